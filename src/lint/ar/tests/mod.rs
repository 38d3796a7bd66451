//! Tests of the rules that need many texts.

mod agreement;
mod hamza;
mod months;
mod residue;
mod scramble;
