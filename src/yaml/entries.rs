//! What is inside a list, a map or an enum, handed to a type piece by piece. Entries that were complained
//! of before are passed over.

use std::str::FromStr;

use serde::de::value::{BorrowedStrDeserializer, U32Deserializer};
use serde::de::{self, DeserializeSeed, Deserializer, IntoDeserializer, Visitor};
use serde::forward_to_deserialize_any;

use super::fault::{Fault, Kind, Located};
use super::node::{Entry, Node};
use super::path::Step;
use super::scalar::{self, NotANumber};
use super::value::{Trail, Walk};

/// The entries of a list, without those set aside.
pub(super) struct Items<'de, 'w> {
    walk: Walk<'de, 'w>,
    items: &'de [Node],
    next: usize,
}

impl<'de, 'w> Items<'de, 'w> {
    pub fn new(walk: Walk<'de, 'w>, items: &'de [Node]) -> Self {
        Self { walk, items, next: 0 }
    }
}

impl<'de> de::SeqAccess<'de> for Items<'de, '_> {
    type Error = Fault;

    fn next_element_seed<T: DeserializeSeed<'de>>(&mut self, seed: T) -> Result<Option<T::Value>, Fault> {
        while self.next < self.items.len() && self.walk.is_aside(self.next) {
            self.next += 1;
        }
        let Some(node) = self.items.get(self.next) else { return Ok(None) };
        let trail = Trail::Down(self.walk.trail, self.next, Step::Item(self.next, node.id()));
        self.next += 1;
        let walk = Walk { node, trail: &trail, aside: self.walk.aside };
        walk.placed(seed.deserialize(walk)).map(Some)
    }

    fn size_hint(&self) -> Option<usize> {
        Some(self.items.len() - self.next)
    }
}

/// The entries of a map, without those set aside.
pub(super) struct Entries<'de, 'w> {
    walk: Walk<'de, 'w>,
    entries: &'de [Entry],
    next: usize,
}

impl<'de, 'w> Entries<'de, 'w> {
    pub fn new(walk: Walk<'de, 'w>, entries: &'de [Entry]) -> Self {
        Self { walk, entries, next: 0 }
    }

    /// The entry whose key was given last.
    fn current(&self) -> Option<(usize, &'de Entry)> {
        let index = self.next.checked_sub(1)?;
        self.entries.get(index).map(|entry| (index, entry))
    }
}

impl<'de> de::MapAccess<'de> for Entries<'de, '_> {
    type Error = Fault;

    fn next_key_seed<K: DeserializeSeed<'de>>(&mut self, seed: K) -> Result<Option<K::Value>, Fault> {
        while self.next < self.entries.len() && self.walk.is_aside(self.next) {
            self.next += 1;
        }
        self.next += 1;
        let Some((index, entry)) = self.current() else { return Ok(None) };
        let key = seed.deserialize(Key(&entry.key)).map_err(|fault| {
            let trail = Trail::Down(self.walk.trail, index, Step::Key(&entry.key));
            fault.or_at(|| Located {
                overrides: Default::default(),
                ..trail.located(entry.key_span, &entry.value)
            })
        });
        key.map(Some)
    }

    fn next_value_seed<V: DeserializeSeed<'de>>(&mut self, seed: V) -> Result<V::Value, Fault> {
        let Some((index, entry)) = self.current() else {
            return Err(Fault::new(Kind::Consequence(None)));
        };
        let trail = Trail::Down(self.walk.trail, index, Step::Key(&entry.key));
        let walk = Walk { node: &entry.value, trail: &trail, aside: self.walk.aside };
        walk.placed(seed.deserialize(walk))
    }

    fn size_hint(&self) -> Option<usize> {
        Some(self.entries.len().saturating_sub(self.next))
    }
}

/// A key on its way into a type: text, a word of an enum, or a whole number.
struct Key<'de>(&'de str);

impl<'de> Key<'de> {
    fn whole<T: FromStr>(&self) -> Result<T, Fault> {
        scalar::whole(self.0, "a whole number").map_err(|NotANumber { expected, write }| {
            let help = write.map(|write| format!("write `{write}`"));
            Fault::new(Kind::Wrong { expected: expected.to_owned(), found: format!("`{}`", self.0), help })
        })
    }
}

impl<'de> Deserializer<'de> for Key<'de> {
    type Error = Fault;

    fn deserialize_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Fault> {
        visitor.visit_borrowed_str(self.0)
    }

    fn deserialize_u8<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Fault> {
        visitor.visit_u8(self.whole()?)
    }

    fn deserialize_u16<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Fault> {
        visitor.visit_u16(self.whole()?)
    }

    fn deserialize_u32<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Fault> {
        visitor.visit_u32(self.whole()?)
    }

    fn deserialize_u64<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Fault> {
        visitor.visit_u64(self.whole()?)
    }

    fn deserialize_i32<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Fault> {
        visitor.visit_i32(self.whole()?)
    }

    fn deserialize_i64<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Fault> {
        visitor.visit_i64(self.whole()?)
    }

    fn deserialize_newtype_struct<V: Visitor<'de>>(
        self,
        _: &'static str,
        visitor: V,
    ) -> Result<V::Value, Fault> {
        visitor.visit_newtype_struct(self)
    }

    fn deserialize_option<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Fault> {
        visitor.visit_some(self)
    }

    fn deserialize_enum<V: Visitor<'de>>(
        self,
        _: &'static str,
        _: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, Fault> {
        visitor.visit_enum(BorrowedStrDeserializer::new(self.0))
    }

    forward_to_deserialize_any! {
        bool i8 i16 i128 u128 f32 f64 char str string bytes byte_buf unit unit_struct seq tuple
        tuple_struct map struct identifier ignored_any
    }
}

/// `{variant: content}`.
pub(super) struct Variant<'de, 'w> {
    walk: Walk<'de, 'w>,
    entry: &'de Entry,
}

impl<'de, 'w> Variant<'de, 'w> {
    /// The map of the walk has this entry only.
    pub fn new(walk: Walk<'de, 'w>, entry: &'de Entry) -> Self {
        Self { walk, entry }
    }
}

impl<'de, 'w> de::EnumAccess<'de> for Variant<'de, 'w> {
    type Error = Fault;
    type Variant = Self;

    fn variant_seed<V: DeserializeSeed<'de>>(self, seed: V) -> Result<(V::Value, Self), Fault> {
        let (entry, trail) = (self.entry, self.walk.trail);
        let word = seed.deserialize(BorrowedStrDeserializer::new(&entry.key));
        match word {
            Ok(word) => Ok((word, self)),
            Err(fault) => Err(Fault::or_at(fault, || trail.located(entry.key_span, self.walk.node))),
        }
    }
}

impl<'de> Variant<'de, '_> {
    fn content<T>(self, read: impl FnOnce(Walk<'de, '_>) -> Result<T, Fault>) -> Result<T, Fault> {
        let trail = Trail::Down(self.walk.trail, 0, Step::Key(&self.entry.key));
        let walk = Walk { node: &self.entry.value, trail: &trail, aside: self.walk.aside };
        if self.walk.is_aside(0) {
            return Err(Fault::new(Kind::Consequence(None)));
        }
        walk.placed(read(walk))
    }
}

impl<'de> de::VariantAccess<'de> for Variant<'de, '_> {
    type Error = Fault;

    fn unit_variant(self) -> Result<(), Fault> {
        self.content(|walk| if walk.node.is_null() { Ok(()) } else { walk.wrong("nothing") })
    }

    fn newtype_variant_seed<T: DeserializeSeed<'de>>(self, seed: T) -> Result<T::Value, Fault> {
        self.content(|walk| seed.deserialize(walk))
    }

    fn tuple_variant<V: Visitor<'de>>(self, _: usize, visitor: V) -> Result<V::Value, Fault> {
        self.content(|walk| walk.deserialize_seq(visitor))
    }

    fn struct_variant<V: Visitor<'de>>(
        self,
        _: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, Fault> {
        self.content(|walk| walk.deserialize_map(visitor))
    }
}

/// File, start, end and the value, as [`Spanned`](super::Spanned) asks for them.
pub(super) struct WithPlace<'de, 'w> {
    walk: Walk<'de, 'w>,
    given: usize,
}

impl<'de, 'w> WithPlace<'de, 'w> {
    pub fn new(walk: Walk<'de, 'w>) -> Self {
        Self { walk, given: 0 }
    }
}

impl<'de> de::SeqAccess<'de> for WithPlace<'de, '_> {
    type Error = Fault;

    fn next_element_seed<T: DeserializeSeed<'de>>(&mut self, seed: T) -> Result<Option<T::Value>, Fault> {
        let span = self.walk.node.span;
        let offset = match self.given {
            0 => span.file.0,
            1 => span.start,
            2 => span.end,
            3 => {
                self.given += 1;
                return self.walk.placed(seed.deserialize(self.walk)).map(Some);
            }
            _ => return Ok(None),
        };
        self.given += 1;
        let offset: U32Deserializer<Fault> = offset.into_deserializer();
        seed.deserialize(offset).map(Some)
    }
}
