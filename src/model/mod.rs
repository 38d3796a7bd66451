//! The merged tree -> the typed [`Edition`]: what an edition says, in no language.
//!
//! Types mirror the YAML key by key (`data/README.md` is their reference); unknown keys are
//! refused. Ids and references keep their places, so that [`Edition::resolve`] can name both ends of a
//! broken one. Nothing here formats a number or reads a text. A language file is typed in `language/`,
//! a mapping file in `import_map`.

mod address;
mod audience;
mod claim;
mod codes;
mod commitments;
mod date;
mod derive;
mod edition;
mod figure;
mod funding;
pub mod import_map;
mod index;
pub mod language;
mod meetings;
mod name;
mod origin;
mod partners;
mod progress;
mod quantity;
mod resolve;
mod returnees;
mod rule_level;
mod schema;
mod shared;
mod sources;
mod style;
mod threats;
mod words;

pub use self::address::Address;
pub use self::audience::{Audience, Computed, Projection, Released, Unmarked};
pub use self::commitments::*;
pub use self::date::{BadDate, Date, Moment, Part as DatePart, Point};
pub use self::derive::{percent, ratio};
pub use self::edition::*;
pub use self::figure::*;
pub use self::funding::*;
pub use self::index::{Index, Target};
pub use self::meetings::*;
pub use self::name::*;
pub use self::origin::Origin;
pub use self::partners::*;
pub use self::progress::*;
pub use self::quantity::{BadNumber, Number, Qualifier, Quantity, Scale};
pub use self::resolve::is_legacy_place_code;
pub use self::returnees::*;
pub use self::rule_level::RuleLevel;
pub use self::shared::*;
pub use self::sources::*;
pub use self::style::*;
pub use self::threats::*;
pub use self::words::*;
