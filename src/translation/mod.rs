//! The translator's desk: an edition's messages with their master texts, out to files for translators and back.
//!
//! Nothing here formats a number or lays out a page: examples are phrases of the locale, and what is to be
//! printed leaves as data for a template.
