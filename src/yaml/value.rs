//! A serde deserializer over the tree. Scalars are text until a type asks for something else.

use std::collections::HashSet;

use serde::de::value::BorrowedStrDeserializer;
use serde::de::{Deserializer, Visitor};
use serde::forward_to_deserialize_any;

use super::entries::{Entries, Items, Variant, WithPlace};
use super::fault::{Fault, Kind, Located};
use super::node::{Data, Node};
use super::path::Step;
use super::scalar::{self, NotANumber};
use super::spanned;
use crate::diag::{Span, nearest};

/// The way from the root to a node.
#[derive(Debug, Clone, Copy)]
pub(super) enum Trail<'a> {
    Root,
    Down(&'a Trail<'a>, usize, Step<'a>),
}

impl Trail<'_> {
    fn address(&self) -> Vec<usize> {
        match self {
            Self::Root => Vec::new(),
            Self::Down(up, index, _) => {
                let mut address = up.address();
                address.push(*index);
                address
            }
        }
    }

    fn path(&self) -> String {
        match self {
            Self::Root => String::new(),
            Self::Down(up, _, step) => {
                let mut path = up.path();
                step.write(&mut path);
                path
            }
        }
    }

    /// The place of a node, or of its key, at the end of this way.
    pub(super) fn located(&self, span: Span, node: &Node) -> Located {
        Located { address: self.address(), path: self.path(), span, overrides: node.overrides.clone() }
    }
}

/// A node on its way into a type.
#[derive(Clone, Copy)]
pub(super) struct Walk<'de, 'w> {
    pub node: &'de Node,
    pub trail: &'w Trail<'w>,
    /// Addresses of values that were complained of, to be passed over.
    pub aside: &'w HashSet<Vec<usize>>,
}

impl<'de, 'w> Walk<'de, 'w> {
    /// Gives an error without a place this node's.
    pub(super) fn placed<T>(&self, result: Result<T, Fault>) -> Result<T, Fault> {
        result.map_err(|fault| {
            let fault = if fault.is_located() || !self.follows(&fault) { fault } else { fault.silenced() };
            fault.or_at(|| self.trail.located(self.node.span, self.node))
        })
    }

    /// Whether a complaint about this collection comes from entries that were set aside.
    fn follows(&self, fault: &Fault) -> bool {
        if self.aside.is_empty() {
            return false;
        }
        match (&self.node.data, fault.kind()) {
            (Data::Map(entries), kind) => {
                let mut aside = entries.iter().enumerate().filter(|(index, _)| self.is_aside(*index));
                match kind {
                    Kind::MissingKey(key) => {
                        aside.any(|(_, entry)| entry.key == *key || nearest(&entry.key, &[key]).is_some())
                    }
                    _ => aside.next().is_some(),
                }
            }
            (Data::Seq(items), _) => (0..items.len()).any(|index| self.is_aside(index)),
            _ => false,
        }
    }

    /// Whether the entry with this index was set aside.
    pub(super) fn is_aside(&self, index: usize) -> bool {
        if self.aside.is_empty() {
            return false;
        }
        let mut address = self.trail.address();
        address.push(index);
        self.aside.contains(&address)
    }

    /// The complaint that this node is not what a type expects.
    pub(super) fn wrong<T>(&self, expected: &str) -> Result<T, Fault> {
        self.placed(Err(Fault::wrong(expected, self.node)))
    }

    /// The text of a scalar that is not nothing.
    fn text(&self, expected: &str) -> Result<&'de str, Fault> {
        match self.node.as_text() {
            Some(text) if !self.node.is_null() => Ok(text),
            _ => self.wrong(expected),
        }
    }

    fn number<T>(&self, read: impl Fn(&str) -> Result<T, NotANumber>) -> Result<T, Fault> {
        let text = self.node.as_text().filter(|_| !self.node.is_null()).unwrap_or("");
        read(text).map_err(|NotANumber { expected, write }| {
            let help = write.map(|write| format!("write `{write}`"));
            let found = super::fault::found(self.node);
            let fault = Fault::new(Kind::Wrong { expected: expected.to_owned(), found, help });
            fault.or_at(|| self.trail.located(self.node.span, self.node))
        })
    }
}

/// Whole numbers of every width.
macro_rules! whole_numbers {
    ($($method:ident, $visit:ident, $type:ty, $expected:literal;)*) => {$(
        fn $method<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Fault> {
            let number = self.number(|text| scalar::whole::<$type>(text, $expected))?;
            self.placed(visitor.$visit(number))
        }
    )*};
}

impl<'de> Deserializer<'de> for Walk<'de, '_> {
    type Error = Fault;

    fn deserialize_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Fault> {
        match &self.node.data {
            _ if self.node.is_null() => self.placed(visitor.visit_unit()),
            Data::Scalar(text, _) => self.placed(visitor.visit_borrowed_str(text)),
            Data::Seq(_) => self.deserialize_seq(visitor),
            Data::Map(_) => self.deserialize_map(visitor),
        }
    }

    fn deserialize_bool<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Fault> {
        match self.node.as_text().and_then(scalar::truth) {
            Some(truth) => self.placed(visitor.visit_bool(truth)),
            None => self.wrong("`true` or `false`"),
        }
    }

    whole_numbers! {
        deserialize_i8, visit_i8, i8, "a whole number from -128 to 127";
        deserialize_i16, visit_i16, i16, "a whole number from -32768 to 32767";
        deserialize_i32, visit_i32, i32, "a whole number";
        deserialize_i64, visit_i64, i64, "a whole number";
        deserialize_i128, visit_i128, i128, "a whole number";
        deserialize_u8, visit_u8, u8, "a whole number from 0 to 255";
        deserialize_u16, visit_u16, u16, "a whole number from 0 to 65535";
        deserialize_u32, visit_u32, u32, "a whole number, not below 0";
        deserialize_u64, visit_u64, u64, "a whole number, not below 0";
        deserialize_u128, visit_u128, u128, "a whole number, not below 0";
    }

    fn deserialize_f32<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Fault> {
        self.deserialize_f64(visitor)
    }

    fn deserialize_f64<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Fault> {
        let number = self.number(scalar::decimal)?;
        self.placed(visitor.visit_f64(number))
    }

    fn deserialize_char<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Fault> {
        let mut chars = self.text("one character")?.chars();
        match (chars.next(), chars.next()) {
            (Some(only), None) => self.placed(visitor.visit_char(only)),
            _ => self.wrong("one character"),
        }
    }

    fn deserialize_str<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Fault> {
        let text = self.text("text")?;
        self.placed(visitor.visit_borrowed_str(text))
    }

    fn deserialize_string<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Fault> {
        self.deserialize_str(visitor)
    }

    fn deserialize_option<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Fault> {
        if self.node.is_null() { self.placed(visitor.visit_none()) } else { visitor.visit_some(self) }
    }

    fn deserialize_unit<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Fault> {
        if self.node.is_null() { self.placed(visitor.visit_unit()) } else { self.wrong("nothing") }
    }

    fn deserialize_unit_struct<V: Visitor<'de>>(
        self,
        _: &'static str,
        visitor: V,
    ) -> Result<V::Value, Fault> {
        self.deserialize_unit(visitor)
    }

    fn deserialize_newtype_struct<V: Visitor<'de>>(
        self,
        name: &'static str,
        visitor: V,
    ) -> Result<V::Value, Fault> {
        if name == spanned::NAME {
            return visitor.visit_seq(WithPlace::new(self));
        }
        self.placed(visitor.visit_newtype_struct(self))
    }

    fn deserialize_seq<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Fault> {
        match &self.node.data {
            Data::Seq(items) => self.placed(visitor.visit_seq(Items::new(self, items))),
            _ => self.wrong("a list"),
        }
    }

    fn deserialize_tuple<V: Visitor<'de>>(self, _: usize, visitor: V) -> Result<V::Value, Fault> {
        self.deserialize_seq(visitor)
    }

    fn deserialize_tuple_struct<V: Visitor<'de>>(
        self,
        _: &'static str,
        _: usize,
        visitor: V,
    ) -> Result<V::Value, Fault> {
        self.deserialize_seq(visitor)
    }

    fn deserialize_map<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Fault> {
        match &self.node.data {
            Data::Map(entries) => self.placed(visitor.visit_map(Entries::new(self, entries))),
            _ => self.wrong("a map"),
        }
    }

    fn deserialize_struct<V: Visitor<'de>>(
        self,
        _: &'static str,
        _: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, Fault> {
        self.deserialize_map(visitor)
    }

    fn deserialize_enum<V: Visitor<'de>>(
        self,
        _: &'static str,
        _: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, Fault> {
        match &self.node.data {
            Data::Scalar(text, _) if !self.node.is_null() => {
                let word = BorrowedStrDeserializer::new(text);
                self.placed(visitor.visit_enum(word))
            }
            Data::Map(entries) if entries.len() == 1 => {
                self.placed(visitor.visit_enum(Variant::new(self, &entries[0])))
            }
            _ => self.wrong("a word"),
        }
    }

    fn deserialize_identifier<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Fault> {
        self.deserialize_str(visitor)
    }

    fn deserialize_ignored_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Fault> {
        visitor.visit_unit()
    }

    forward_to_deserialize_any! { bytes byte_buf }
}
