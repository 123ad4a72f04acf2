//! From the intermediate form to Rust.
//!
//! Every type gets the same few functions, one file here for each: `decode` (owned model), `read` (borrowed head), `skip`, `visit`
//! (events) and `encode`; and a table, by which the runtime walks over its field tree. They share how one field is read ([`field`])
//! and what names mean ([`scope`]).

mod bits;
mod call;
mod case;
mod checksum;
mod clash;
mod constants;
mod context;
mod cursor;
mod default;
mod encode;
mod enumeration;
mod expr;
mod field;
mod flat;
mod gained;
mod head;
mod kinds;
mod lacking;
mod layouts;
mod model;
mod push;
mod refs;
mod scope;
mod sites;
mod skip;
mod table;
mod tidy;
mod values;
mod version;
mod visit;

use std::cell::{Cell, RefCell};
use std::collections::BTreeSet;

use proc_macro2::{Ident, TokenStream};
use quote::{quote, ToTokens as _};

use crate::diag::Diagnostics;
use crate::ir::{bits_int, EnumId, Field, FieldTy, Holds, Mode, Native, Program, Ty, Type, TypeId, TypeKind};
use crate::lower::{lower, Lowered};
use crate::names::{ident, Item};

/// Stands for a field's id in the site of the type itself: what the runtime knows as `Site::WHOLE`.
const WHOLE: &str = "_self";

/// Emits the Rust of one file of a program.
pub struct Emitter<'p> {
    program: &'p Program,
    lowered: Vec<Lowered<'p>>,
    diags: RefCell<&'p mut Diagnostics>,
    /// The expression being evaluated, and the values it has bound.
    regions: RefCell<expr::Regions>,
    /// The file being emitted, and the modules of others that it names.
    current: Cell<usize>,
    named: RefCell<BTreeSet<String>>,
}

/// The Rust of one file.
pub struct Emitted {
    /// The modules of other files that it names; they are siblings of its own.
    pub imports: Vec<String>,
    /// Its parts, by name: `mod`, then a type each.
    pub parts: Vec<(String, TokenStream)>,
}

impl<'p> Emitter<'p> {
    /// An emitter that notes mistakes in `diags`.
    pub fn new(program: &'p Program, diags: &'p mut Diagnostics) -> Self {
        Emitter {
            program,
            lowered: lower(program),
            diags: RefCell::new(diags),
            regions: RefCell::default(),
            current: Cell::default(),
            named: RefCell::default(),
        }
    }

    /// The items of a file's module.
    pub fn file(&self, index: usize) -> Emitted {
        let file = &self.program.files[index];
        let root = &self.program.types[file.root];
        self.current.set(index);
        self.named.borrow_mut().clear();
        let mut parts = Vec::new();
        if root.kind == TypeKind::Version {
            parts.push(("mod".to_owned(), self.versions(file)));
        } else {
            let enums = file.enums.iter().map(|e| self.enumeration(*e));
            let context = self.context(file.root);
            let visitor = self.visitor(index);
            parts.push(("mod".to_owned(), quote!(#context #(#enums)* #visitor)));
            parts.push(("encoder".to_owned(), self.encoder(index)));
            for t in &file.types {
                parts.push((snake(&self.program.types[*t].rust), self.one_type(*t)));
            }
        }
        let parts = parts.into_iter().map(|(name, tokens)| (name, tidy::tidy(tokens)));
        let parts: Vec<_> = parts.filter(|(_, tokens)| !tokens.is_empty()).collect();
        self.clashes(index, parts.iter().map(|p| &p.1));
        Emitted { imports: self.named.take().into_iter().collect(), parts }
    }

    /// The models of a file's types, with the enumerations of their switched fields.
    pub fn models(&self, index: usize) -> Vec<(TypeId, TokenStream)> {
        self.current.set(index);
        let is_model = |id: &TypeId| self.program.types[*id].kind == TypeKind::Plain && !self.is_virtual(*id);
        let types = self.program.files[index].types.iter().copied().filter(is_model);
        types.map(|id| (id, self.model(id))).collect()
    }

    fn one_type(&self, id: TypeId) -> TokenStream {
        let t = &self.program.types[id];
        if t.kind != TypeKind::Plain {
            return quote!();
        }
        let (sites, refs) = (self.sites(id), self.refs(id));
        if self.is_virtual(id) {
            let (table, name, doc) = (self.table(id), ident(&t.rust), self.doc(t));
            return quote!(#sites #doc #[derive(Debug, Clone, PartialEq)] pub struct #name {} #refs #table);
        }
        let model = self.model(id);
        let default = self.model_default(id);
        let (constants, values, kinds) = (self.constants(id), self.value_methods(id), self.kind_methods(id));
        let encode = self.encode(id);
        let element = (t.facts.fixed).then(|| self.element(id));
        let skip = self.skip(id);
        let visit = (self.visited(id)).then(|| self.visit(id));
        let cursor = self.cursor(id);
        let table = self.table(id);
        let parts = self.parts_of(id);
        quote!(#sites #model #default #constants #values #kinds #refs #element #skip #visit #cursor #table #encode #parts)
    }

    /// Whether values of a type take no bytes and stand only where they are computed from their parent: no model holds them.
    fn is_virtual(&self, id: TypeId) -> bool {
        let mut fields = self.program.types.iter().flat_map(crate::ir::Type::stored);
        let holds = |f: &Field| f.has(id) && !self.is_computed(f);
        self.program.types[id].parent.is_some() && self.program.types[id].fields.is_empty() && !fields.any(holds)
    }

    /// Whether the type has a visit decoder: it is visited itself, or a lazy type with visited elements.
    fn visited(&self, id: TypeId) -> bool {
        let t = &self.program.types[id];
        t.mode == Mode::Visit
            || (t.mode == Mode::Lazy
                && t.fields
                    .iter()
                    .any(|f| matches!(&f.ty, FieldTy::User(c, _) if self.program.types[*c].mode == Mode::Visit)))
    }

    /// The type's documentation with its reference.
    fn doc(&self, t: &Type) -> TokenStream {
        let file = &self.program.files[t.file];
        let doc = self.doc_or(&t.doc, &t.id);
        let from = if t.doc_ref.is_empty() {
            format!("Specification: `{}` in `{}`.", t.id, file.path)
        } else {
            format!("Specification: `{}` in `{}`. Cassandra: {}.", t.id, file.path, t.doc_ref)
        };
        quote!(#[doc = #doc] #[doc = ""] #[doc = #from])
    }

    fn doc_or(&self, doc: &str, id: &str) -> String {
        if doc.is_empty() {
            format!("`{id}`")
        } else {
            fenced(doc)
        }
    }

    /// Path of a type of any file.
    fn type_path(&self, id: TypeId) -> TokenStream {
        let t = &self.program.types[id];
        match t.kind {
            TypeKind::Native(n) => match n.holds {
                Holds::Number(i) => expr::int_path(i).to_token_stream(),
                Holds::Owned(name) => {
                    let name = ident(name);
                    quote!(__rt::native::#name)
                }
            },
            _ => self.path(t.file, &ident(&t.rust)),
        }
    }

    /// Path of a type's borrowed form.
    fn ref_path(&self, id: TypeId) -> TokenStream {
        let t = &self.program.types[id];
        match t.kind {
            TypeKind::Native(_) => self.type_path(id),
            TypeKind::Version => self.type_path(id),
            TypeKind::Plain if t.mode == Mode::Lazy => {
                let p = self.item_path(id, Item::Span);
                quote!(#p<'a>)
            }
            TypeKind::Plain => {
                let p = self.item_path(id, Item::Ref);
                quote!(#p<'a>)
            }
        }
    }

    /// Path of an item that stands for a type.
    fn item_path(&self, id: TypeId, item: Item) -> TokenStream {
        let t = &self.program.types[id];
        self.path(t.file, &item.of(&t.rust))
    }

    /// The trait that receives the events of a file.
    fn visitor_name(&self, file: usize) -> Ident {
        Item::Visitor.of(&self.program.types[self.program.files[file].root].rust)
    }

    pub fn path(&self, file: usize, name: &Ident) -> TokenStream {
        if file == self.current.get() {
            return quote!(#name);
        }
        let module = &self.program.files[file].module;
        self.named.borrow_mut().insert(module.clone());
        let module = ident(module);
        quote!(#module::#name)
    }

    fn enum_path(&self, id: EnumId) -> TokenStream {
        let e = &self.program.enums[id];
        self.path(e.file, &ident(&e.rust))
    }

    /// The runtime's codec of a native type.
    fn codec(&self, n: &Native) -> TokenStream {
        let codec = ident(&n.codec());
        quote!(__rt::native::#codec)
    }

    /// The parameters of a file's type: what `_root` names below it.
    fn context(&self, root: TypeId) -> TokenStream {
        let t = &self.program.types[root];
        if t.params.is_empty() {
            return quote!();
        }
        let name = Item::Params.of(&t.rust);
        let doc = format!("What reading [`{}`] needs from outside.", t.rust);
        let fields = t.params.iter().map(|p| {
            let (id, ty) = (ident(&p.id), self.param_ty(&p.ty, &quote!('p)));
            let doc = self.doc_or(&p.doc, &p.id);
            quote!(#[doc = #doc] pub #id: #ty,)
        });
        let given: Vec<TokenStream> = t
            .params
            .iter()
            .map(|p| {
                let (id, ty) = (ident(&p.id), self.param_ty(&p.ty, &quote!('p)));
                quote!(#id: #ty)
            })
            .collect();
        let ids: Vec<Ident> = t.params.iter().map(|p| ident(&p.id)).collect();
        quote! {
            #[doc = #doc]
            #[derive(Debug, Clone, Copy)]
            pub struct #name<'p> {
                #(#fields)*
                lifetime: std::marker::PhantomData<&'p ()>,
            }

            impl<'p> #name<'p> {
                pub fn new(#(#given),*) -> Self {
                    #name { #(#ids,)* lifetime: std::marker::PhantomData }
                }

                /// The parameters for the walk by a table.
                pub fn dynamic(&self) -> Vec<__rt::table::Dyn<'_>> {
                    vec![#(self.#ids.dynamic()),*]
                }
            }
        }
    }

    /// Rust's type of a number, a truth value, a value of an enumeration.
    fn scalar(&self, ty: &Ty) -> Option<TokenStream> {
        Some(match ty {
            Ty::Int(i) => expr::int_path(*i).to_token_stream(),
            Ty::Bits(n) => expr::int_path(bits_int(*n)).to_token_stream(),
            Ty::Float(bytes) => expr::float_path(*bytes).to_token_stream(),
            Ty::Bool => quote!(bool),
            Ty::Enum(e) => self.enum_path(*e),
            _ => return None,
        })
    }

    /// Rust's type of a parameter.
    fn param_ty(&self, ty: &Ty, life: &TokenStream) -> TokenStream {
        match ty {
            Ty::Int(_) => quote!(i64),
            Ty::Bool => quote!(bool),
            Ty::Str => quote!(& #life str),
            Ty::Type(id) if self.program.is_version(ty) => self.type_path(*id),
            Ty::Type(id) => {
                let p = self.type_path(*id);
                quote!(& #life #p)
            }
            Ty::Array(inner) => {
                let p = if let Ty::Type(id) = **inner { self.type_path(id) } else { quote!(i64) };
                quote!(& #life [#p])
            }
            _ => quote!(()),
        }
    }
}

/// A text whose indented blocks, which rustdoc would take for Rust, are fenced as what they are.
fn fenced(doc: &str) -> String {
    let mut out: Vec<&str> = Vec::new();
    let mut inside = false;
    let (mut blank_before, mut held) = (true, 0);
    for line in doc.lines() {
        let (blank, indented) = (line.trim().is_empty(), line.strip_prefix("    "));
        match indented {
            _ if blank => held += 1,
            Some(text) if inside || blank_before => {
                out.extend(std::iter::repeat_n("", held));
                if !inside {
                    out.push("```text");
                }
                (inside, held) = (true, 0);
                out.push(text);
            }
            _ => {
                if std::mem::take(&mut inside) {
                    out.push("```");
                }
                out.extend(std::iter::repeat_n("", held));
                held = 0;
                out.push(line);
            }
        }
        blank_before = blank;
    }
    if inside {
        out.push("```");
    }
    out.join("\n")
}

/// `ToocEntry` → `tooc_entry`
fn snake(name: &str) -> String {
    let mut out = String::new();
    for (i, c) in name.chars().enumerate() {
        if c.is_ascii_uppercase() && i > 0 {
            out.push('_');
        }
        out.push(c.to_ascii_lowercase());
    }
    out
}
