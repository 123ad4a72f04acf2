//! How generated code makes a component of a type: all are called alike, and take what they need from one context.

/// Implements the generated trait `Component` for a type, where that trait and `Context` are known. After the module: the types of the
/// model, its head and its parameters, the component's name, and what has to be known to write it: members of the context, each with
/// what the error says if it is not known.
#[macro_export]
macro_rules! component {
    ($module:ident: $model:ident, $head:ident, $params:ident, $name:literal $(, $at:ident: $unknown:literal)*) => {
        impl Component for $module::$model {
            const NAME: &'static str = $name;
            type Head<'a> = $module::$head<'a>;

            fn decode(r: &mut $crate::Reader<'_>, cx: &Context<'_>) -> $crate::error::Result<Self> {
                $module::$model::decode(r, &$module::$params::of(cx)?)
            }

            fn read<'a>(r: &mut $crate::Reader<'a>, cx: &Context<'_>) -> $crate::error::Result<Self::Head<'a>> {
                $module::$head::read(r, &$module::$params::of(cx)?)
            }

            fn walk(r: &mut $crate::Reader<'_>, cx: &Context<'_>, w: &mut dyn $crate::Walk) -> $crate::error::Result<()> {
                $module::$model::walk(r, &$module::$params::of(cx)?, w).map(drop)
            }

            fn encode<S: $crate::Sink>(&self, w: &mut S, cx: &Context<'_>) -> $crate::sink::WriteResult<()> {
                let params = $module::$params::of(cx).map_err(|e| $crate::WriteError::context(&e))?;
                $module::$model::encode(
                    self,
                    w,
                    &params
                    $(, cx.$at.ok_or_else(|| {
                        let kind = $crate::WriteErrorKind::Expression { what: $unknown };
                        $crate::WriteError::new(kind, $module::$head::site())
                    })?)*
                )
            }
        }
    };
}
