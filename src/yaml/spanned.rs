//! A value that remembers where it was written, for rules that run after typing.

use std::borrow::Cow;
use std::fmt;
use std::marker::PhantomData;
use std::ops::Deref;

use schemars::{JsonSchema, Schema, SchemaGenerator};
use serde::de::{Deserialize, Deserializer, Error, SeqAccess, Visitor};
use serde::{Serialize, Serializer};

use crate::diag::{FileId, Span};

/// The newtype name by which the tree's deserializer knows that a place is wanted.
pub(super) const NAME: &str = "$mujaz::Spanned";

/// A value with its place. Read from anything but a tree, its place is empty, in the first file.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Spanned<T> {
    /// The value.
    pub value: T,
    /// Where it stands.
    pub span: Span,
}

impl<T> Deref for Spanned<T> {
    type Target = T;

    fn deref(&self) -> &T {
        &self.value
    }
}

impl<T: Serialize> Serialize for Spanned<T> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        self.value.serialize(serializer)
    }
}

/// The place is no part of the file: the schema is that of the value.
impl<T: JsonSchema> JsonSchema for Spanned<T> {
    fn inline_schema() -> bool {
        T::inline_schema()
    }

    fn schema_name() -> Cow<'static, str> {
        T::schema_name()
    }

    fn schema_id() -> Cow<'static, str> {
        T::schema_id()
    }

    fn json_schema(generator: &mut SchemaGenerator) -> Schema {
        T::json_schema(generator)
    }
}

impl<'de, T: Deserialize<'de>> Deserialize<'de> for Spanned<T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_newtype_struct(NAME, Wanted(PhantomData))
    }
}

/// Takes file, start, end and the value as a sequence from a tree, or the bare value from elsewhere.
struct Wanted<T>(PhantomData<T>);

impl<'de, T: Deserialize<'de>> Visitor<'de> for Wanted<T> {
    type Value = Spanned<T>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a value")
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut seq: A) -> Result<Self::Value, A::Error> {
        let mut offset = || seq.next_element::<u32>();
        let place = (offset()?, offset()?, offset()?);
        let (Some(file), Some(start), Some(end)) = place else {
            return Err(A::Error::invalid_length(0, &self));
        };
        let value = seq.next_element()?.ok_or_else(|| A::Error::invalid_length(3, &self))?;
        Ok(Spanned { value, span: Span { file: FileId(file), start, end } })
    }

    fn visit_newtype_struct<D: Deserializer<'de>>(self, inner: D) -> Result<Self::Value, D::Error> {
        let span = Span { file: FileId(0), start: 0, end: 0 };
        Ok(Spanned { value: T::deserialize(inner)?, span })
    }
}
