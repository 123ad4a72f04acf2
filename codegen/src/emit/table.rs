//! The tables by which the runtime walks over components: what stands in each type, in the words of the specification.

use proc_macro2::{Ident, Literal, TokenStream};
use quote::{format_ident, quote};

use super::{snake, Emitter};
use crate::ir::{
    Absent, Binary, Expr, ExprKind, Field, FieldTy, Function, Int, Io, Member, Repeat, Ty, Type, TypeId, TypeKind,
    Unary, Valid, ValueInstance,
};
use crate::lower::{Extent, Op, Take, Times};
use crate::names::{ident, Item};

impl Emitter<'_> {
    /// The table of a type, and `walk` for the types that people start at.
    pub(super) fn table(&self, id: TypeId) -> TokenStream {
        let t = &self.program.types[id];
        let (name, sites, doc) = (self.table_name(id), self.site_list(id), format!("What stands in a [`{}`].", t.rust));
        let params = t.params.iter().map(|p| &p.id);
        let root = t.parent.is_none().then(|| quote!(.root()));
        let list = |method: &str, items: Vec<TokenStream>| {
            let method = ident(method);
            (!items.is_empty()).then(|| quote!(.#method(&[#(#items),*])))
        };
        let fields = list("fields", t.fields.iter().map(|f| self.table_field(id, f)).collect());
        let values =
            list("values", t.values.iter().filter(|v| !v.is_foreign()).map(|v| self.table_value(id, t, v)).collect());
        let bodies = t.bodies.iter().map(|b| {
            let (field, at) = (self.table_field(id, &b.field), self.table_expr(id, &b.at));
            quote!(#field.at(#at))
        });
        let bodies = list("bodies", bodies.collect());
        let trailing = t.preserve_trailing.then(|| quote!(.trailing()));
        let (walk, reflection) = (self.walk(id), self.reflection(id));
        quote! {
            #[doc = #doc]
            pub static #name: __rt::table::Table = {
                use __rt::table::{self as t, Expr::*, Op::*};
                t::Table::new(#sites, &[#(#params),*]) #root #fields #values #bodies #trailing
            };
            #walk
            #reflection
        }
    }

    fn table_name(&self, id: TypeId) -> Ident {
        format_ident!("{}_TABLE", snake(&self.program.types[id].rust).to_ascii_uppercase())
    }

    fn table_path(&self, id: TypeId) -> TokenStream {
        let path = self.path(self.program.types[id].file, &self.table_name(id));
        quote!(&#path)
    }

    fn table_field(&self, id: TypeId, f: &Field) -> TokenStream {
        if self.is_view(f) {
            return quote!(t::view());
        }
        let (step, expr) = (self.step(id, f), |e: &Expr| self.table_expr(id, e));
        let (kind, take) = (self.table_kind(id, &step.take), &step.take);
        let size = match (&f.ty, self.table_size(id, take)) {
            (FieldTy::User(..) | FieldTy::Switch(..), Some(size)) => quote!(.sized(#size)),
            _ => quote!(),
        };
        let repeat = match take.times {
            Times::Once => None,
            Times::Rest => Some(quote!(.repeat(t::Repeat::Eos))),
            Times::Counted(n, _) => {
                let n = expr(n);
                Some(quote!(.times(&#n)))
            }
            Times::Until(e) => {
                let e = expr(e);
                Some(quote!(.repeat(t::Repeat::Until(&#e))))
            }
        };
        let when = take.cond.map(expr).map(|c| quote!(.when(&#c)));
        let aligned = step.ops.iter().any(|op| matches!(op, Op::Align)).then(|| quote!(.aligned()));
        let kept = match (self.is_asked(id, f), self.has_one_width(f)) {
            (true, true) => quote!(.ahead()),
            (true, false) => quote!(.kept()),
            _ => quote!(),
        };
        let layouts = self.table_layouts(id, f);
        let valid = take.valid.map(|valid| self.table_valid(id, f, valid));
        quote!(#kind #size #repeat #when #aligned #kept #layouts #valid)
    }

    /// What `valid` demands: of most fields that it is a number within a range.
    fn table_valid(&self, id: TypeId, f: &Field, valid: &Valid) -> TokenStream {
        // How the field's own number is compared, and with which one.
        let bound = |check: &Expr| match &check.kind {
            ExprKind::Binary(op, own, bound) => match (&own.kind, &bound.kind) {
                (ExprKind::Name(place), ExprKind::Int(bound)) if *place == f.place => {
                    Some((*op, i64::try_from(*bound).ok()?))
                }
                _ => None,
            },
            _ => None,
        };
        let is_number = matches!(f.ty, FieldTy::Int(_)) && f.enumeration.is_none();
        let bounds: Option<Vec<_>> = valid.checks.iter().map(bound).collect();
        let follow = |two: &[(Binary, i64)]| two[1].0 == Binary::Eq && two[0].1.checked_add(1) == Some(two[1].1);
        let range = match (valid.all, bounds.filter(|_| is_number).as_deref()) {
            (true, Some([(Binary::Ge, least)])) => Some((Some(*least), None)),
            (true, Some([(Binary::Le, most)])) => Some((None, Some(*most))),
            (true, Some([(Binary::Ge, least), (Binary::Le, most)])) => Some((Some(*least), Some(*most))),
            (true, Some([(Binary::Eq, only)])) => Some((Some(*only), Some(*only))),
            // Values one after the other are a range, too.
            (false, Some(all @ [(Binary::Eq, first), .., (_, last)])) if all.windows(2).all(follow) => {
                Some((Some(*first), Some(*last)))
            }
            _ => None,
        };
        let literal = |bound: Option<i64>| bound.map(Literal::i64_unsuffixed);
        match range.map(|(least, most)| (literal(least), literal(most))) {
            Some((Some(least), None)) => quote!(.least(#least)),
            Some((None, Some(most))) => quote!(.within(i64::MIN, #most)),
            Some((Some(least), Some(most))) => quote!(.within(#least, #most)),
            _ => {
                let method = if valid.all { format_ident!("all") } else { format_ident!("any") };
                let checks = valid.checks.iter().map(|check| self.table_expr(id, check));
                quote!(.#method(&[#(#checks),*]))
            }
        }
    }

    fn table_kind(&self, id: TypeId, take: &Take<'_>) -> TokenStream {
        let f = take.field;
        let named = f.enumeration.map(|e| {
            let (path, expected) = (self.enum_path(e), &self.program.enums[e].id);
            let own = (path.clone().into_iter().count() == 1).then(|| quote!(self::));
            move |of: TokenStream| {
                quote!(.named(&t::Kind::#of, #expected, |n| #own #path::from_raw(n).map(#own #path::id)))
            }
        });
        match &f.ty {
            FieldTy::Int(_) if f.keys.boolean => quote!(t::truth()),
            FieldTy::Int(i) => {
                let i = int_name(*i);
                let named = named.map(|n| n(quote!(Int(t::Int::#i))));
                quote!(t::#i #named)
            }
            FieldTy::Bits(n) => {
                let n = Literal::u32_unsuffixed(*n);
                let named = named.map(|f| f(quote!(Bits(#n))));
                quote!(t::bits(#n) #named)
            }
            FieldTy::Float(n, little) => {
                let n = Literal::u32_unsuffixed(*n);
                quote!(t::float(#n, #little))
            }
            FieldTy::Bytes => {
                let size = self.table_size(id, take).unwrap_or_else(|| quote!(t::Size::Own));
                quote!(t::bytes(#size))
            }
            FieldTy::Str => {
                let size = self.table_size(id, take).unwrap_or_else(|| quote!(t::Size::Own));
                let java = f.keys.java_utf;
                quote!(t::text(#java, #size))
            }
            FieldTy::User(c, args) => {
                let args = args.iter().map(|a| self.table_expr(id, a));
                match self.program.types[*c].kind {
                    TypeKind::Native(n) => {
                        let n = ident(&n.leaf());
                        quote!(t::native(t::Native::#n, &[#(#args),*]))
                    }
                    _ => {
                        let table = self.table_path(*c);
                        quote!(t::of(#table, &[#(#args),*]))
                    }
                }
            }
            FieldTy::Switch(on, cases) => {
                let on = self.table_expr(id, on);
                let cases = cases.iter().map(|(key, c, args)| {
                    let (key, table) = (self.table_expr(id, key), self.table_path(*c));
                    let args = args.iter().map(|a| self.table_expr(id, a));
                    quote!(t::case(#key, #table, &[#(#args),*]))
                });
                quote!(t::one_of(&#on, &[#(#cases),*]))
            }
        }
    }

    /// What expressions see where the field itself is not there.
    fn table_layouts(&self, id: TypeId, f: &Field) -> TokenStream {
        let t = &self.program.types[id];
        let others: Vec<&String> = t.layouts(f.place).filter(|x| x.place != f.place).map(|x| &x.id).collect();
        let layouts = (!others.is_empty()).then(|| quote!(.layouts(&[#(#others),*])));
        let absent = f.absent_value().filter(|_| !f.reads_optional() && f.keys.delta.is_none());
        let absent = absent.map(|e| self.table_expr(id, e)).map(|e| quote!(.or(&#e)));
        let stored = match &f.keys.absent {
            Some(Absent::Stored(bytes, _)) if !f.reads_optional() => {
                let bytes = bytes.iter().map(|b| Literal::u8_unsuffixed(*b));
                quote!(.stored(&[#(#bytes),*]))
            }
            _ => quote!(),
        };
        quote!(#layouts #absent #stored)
    }

    fn table_size(&self, id: TypeId, take: &Take<'_>) -> Option<TokenStream> {
        Some(match take.extent {
            Extent::Own => return None,
            Extent::Rest => quote!(t::Size::Eos),
            Extent::Bytes(e, _) => {
                let e = self.table_expr(id, e);
                quote!(t::Size::Bytes(&#e))
            }
            Extent::Until(end, may_be_missing) => {
                let end = Literal::u8_unsuffixed(end);
                quote!(t::Size::Terminated(#end, #may_be_missing))
            }
        })
    }

    fn table_value(&self, id: TypeId, t: &Type, v: &ValueInstance) -> TokenStream {
        let name = &v.id;
        if let Some(f) = t.delta_at(v.place) {
            let base = f.keys.delta.as_ref().map(|d| self.table_expr(id, &d.base));
            let id_of = &f.id;
            let delta = quote!(Delta(&Name(#id_of), &#base));
            let absent = f.absent_value().map(|e| self.table_expr(id, e));
            return match absent {
                Some(absent) => quote!(t::value(#name, Else(&#delta, &#absent))),
                None => quote!(t::value(#name, #delta)),
            };
        }
        let expr = self.table_expr(id, &v.expr);
        let when = v.cond.as_ref().map(|c| self.table_expr(id, c)).map(|c| quote!(.when(&#c)));
        quote!(t::value(#name, #expr) #when)
    }

    fn table_expr(&self, id: TypeId, e: &Expr) -> TokenStream {
        let of = |e: &Expr| self.table_expr(id, e);
        match &e.kind {
            ExprKind::Int(n) => {
                let n = Literal::i64_unsuffixed(i64::try_from(*n).unwrap_or_default());
                quote!(Int(#n))
            }
            ExprKind::Str(t) => quote!(Text(#t)),
            ExprKind::Bool(b) => quote!(Bool(#b)),
            ExprKind::Enum(of, value) => {
                let n = Literal::i64_unsuffixed(self.program.enums[*of].values[*value].number);
                quote!(Int(#n))
            }
            ExprKind::Empty => quote!(Empty),
            ExprKind::Name(place) => {
                let name = self.program.name_of(id, *place);
                quote!(Name(#name))
            }
            ExprKind::Root(i) => {
                let root = self.program.files[self.program.types[id].file].root;
                let name = &self.program.types[root].params[*i].id;
                quote!(Root(#name))
            }
            ExprKind::Parent(i) => {
                let name = &self.program.types[id].outer[*i].id;
                quote!(Parent(#name))
            }
            ExprKind::Io(Io::Pos) => quote!(Pos),
            ExprKind::Io(Io::Size) => quote!(Size),
            ExprKind::Io(Io::Eof) => quote!(Eof),
            ExprKind::Position => quote!(Index),
            ExprKind::Item(of, place) => {
                let name = self.program.name_of(*of, *place);
                quote!(Item(#name))
            }
            ExprKind::Member(base, member) => {
                let name = self.member_name(&base.ty, *member);
                let base = of(base);
                quote!(Member(&#base, #name))
            }
            ExprKind::Index(base, index) => {
                let (base, index) = (of(base), of(index));
                quote!(Element(&#base, &#index))
            }
            ExprKind::Cast(a, int) => {
                let (a, int) = (of(a), int_name(*int));
                quote!(Cast(&#a, t::Int::#int))
            }
            ExprKind::Unary(Unary::Not, a) => {
                let a = of(a);
                quote!(Not(&#a))
            }
            ExprKind::Unary(Unary::Neg, a) => {
                let a = of(a);
                quote!(Neg(&#a))
            }
            ExprKind::Binary(op, a, b) => {
                let (op, a, b) = (op_name(*op), of(a), of(b));
                quote!(Of(#op, &#a, &#b))
            }
            ExprKind::Cond(c, a, b) => {
                let (c, a, b) = (of(c), of(a), of(b));
                quote!(If(&#c, &#a, &#b))
            }
            ExprKind::Call(Function::Native(f), args) => {
                let (name, args) = (ident(&f.leaf()), args.iter().map(of));
                quote!(Call(t::Function::#name, &[#(#args),*]))
            }
            // Tables are for readers, who call no others.
            ExprKind::Call(..) | ExprKind::Each(_) => quote!(Empty),
        }
    }

    /// What a member is called.
    fn member_name(&self, of: &Ty, member: Member) -> &str {
        match (member, of) {
            (Member::Size, _) => "size",
            (Member::Length, _) => "length",
            (Member::Number | Member::Parsed, _) => "to_i",
            (Member::Feature(i), Ty::Type(c)) => &self.program.types[*c].values[i].id,
            (Member::Native(i), Ty::Type(c)) => self.program.native(*c).map_or("", |n| n.members[i].0),
            (Member::Of(place), Ty::Type(c)) => self.program.name_of(*c, place),
            _ => "",
        }
    }

    /// Whether expressions of the file name a field that is not kept of itself: bytes, text or a list.
    fn is_asked(&self, id: TypeId, f: &Field) -> bool {
        if f.once() && !matches!(f.ty, FieldTy::Bytes | FieldTy::Str) {
            return false;
        }
        let t = &self.program.types[id];
        let (file, f) = (&self.program.files[t.file], t.holder(f));
        let asks = |e: &Expr| match &e.kind {
            ExprKind::Member(base, Member::Of(place)) => base.ty == Ty::Type(id) && *place == f.place,
            _ => false,
        };
        self.is_needed(id, f.place)
            || file.types.iter().any(|t| crate::ir::reading(self.program, *t).iter().any(|e| e.any(&asks)))
    }

    /// Whether elements of a counted field all have one width.
    fn has_one_width(&self, f: &Field) -> bool {
        matches!(f.repeat, Repeat::Count(_))
            && match &f.ty {
                FieldTy::Int(_) | FieldTy::Bits(_) => true,
                FieldTy::User(c, _) => {
                    let t = &self.program.types[*c];
                    t.facts.fixed && t.kind == TypeKind::Plain
                }
                _ => false,
            }
    }

    /// What expressions of other files may ask the model for.
    fn reflection(&self, id: TypeId) -> TokenStream {
        let t = &self.program.types[id];
        let fields = t.fields.iter().filter(|f| !matches!(f.ty, FieldTy::Switch(..)));
        let names = fields.filter(|f| f.in_model() && !self.is_view(f)).map(|f| match &f.keys.delta {
            Some(d) => ident(&d.name),
            None => ident(&f.id),
        });
        let names = names.chain(t.values.iter().filter(|v| v.in_model).map(|v| ident(&v.id)));
        let name = ident(&t.rust);
        quote!(__rt::reflect!(#name: #(#names),*);)
    }

    /// `walk`, for a file's type.
    fn walk(&self, id: TypeId) -> TokenStream {
        let t = &self.program.types[id];
        if t.parent.is_some() {
            return quote!();
        }
        let (name, table) = (ident(&t.rust), self.table_name(id));
        let (cx, args) = if t.params.is_empty() {
            (quote!(), quote!(Vec::new()))
        } else {
            let params = Item::Params.of(&t.rust);
            (quote!(cx: &#params<'_>,), quote!(cx.dynamic()))
        };
        quote! {
            impl #name {
                /// Walks over the fields of one.
                pub fn walk(r: &mut __rt::Reader<'_>, #cx w: &mut dyn __rt::Walk) -> __rt::error::Result<()> {
                    __rt::table::walk(&#table, #args, r, w)
                }
            }
        }
    }
}

/// Name of a number's layout.
pub fn int_name(i: Int) -> Ident {
    let sign = if i.signed { "S" } else { "U" };
    format_ident!("{sign}{}{}", i.bytes, if i.little && i.bytes > 1 { "le" } else { "" })
}

fn op_name(op: Binary) -> Ident {
    format_ident!("{op:?}")
}
