//! mujaz (موجز, "brief") turns YAML about progress, threats, funding and returnees into briefing
//! PDFs, typeset in Arabic first and in any other language from the same numbers, in one process.
//!
//! A number lives once, typed; words live in one file for each language and point at numbers. Data
//! flows one way, and most stages can be looked at with `mujaz show`:
//!
//! ```text
//! files ─ layers ─▶ tree ─ model ─▶ Edition ─┬─ check (lint) ─▶ findings
//!         (yaml)     text ─▶ messages ───────┼─ brief ─▶ Brief ─ typeset ─▶ pages ─ output ─▶ PDF ─ archive ─▶ out
//!                  locale ─▶ phrases ────────┘          (JSON)
//!
//! types of model, keys of text ─ schema ─▶ JSON Schemas
//! ```
//!
//! A stage is a module, and each imports only those before it in this order (and [`diag`] and [`digest`]): `yaml`,
//! `layers`, `model`, `locale`, `text`, `lint`, `schema`, `dossier` (an edition with its past and its languages),
//! `check`, `compare` (two editions), `brief`, `tables` (CSV), `translation`, `scaffold` (a new project, the next
//! edition), `import` (tables of others); and with the feature `press`, which is on by default, `typeset`, `output`,
//! `press`, `archive`, `verify`, `confine`, `preview`, `cli`. The library never prints, never reads the clock or the
//! environment, and never exits; only `preview` opens a socket, on this computer alone.
//!
//! ```no_run
//! use std::path::Path;
//!
//! let mut sources = mujaz::diag::Sources::new();
//! let project = mujaz::layers::Project::find(Path::new(".")).map_err(|fault| vec![fault])?;
//! let (dossier, findings) = mujaz::dossier::Dossier::read(&project, "demo-2031-06", None, &mut sources);
//! let dossier = dossier.ok_or(findings)?;
//! let (brief, _) = mujaz::brief::write(&dossier, "ar").expect("the edition has an Arabic text");
//! println!("{}", brief.masthead.title.plain());
//! # Ok::<(), Vec<mujaz::diag::Finding>>(())
//! ```

#![forbid(unsafe_code)]
#![cfg_attr(test, allow(clippy::disallowed_methods, reason = "tests write the files that they read"))]

#[cfg(feature = "press")]
pub mod archive;
pub mod brief;
pub mod check;
#[cfg(feature = "press")]
pub mod cli;
pub mod compare;
#[cfg(feature = "press")]
pub mod confine;
pub mod diag;
pub mod digest;
pub mod dossier;
pub mod import;
pub mod layers;
pub mod lint;
pub mod locale;
pub mod model;
#[cfg(feature = "press")]
pub mod output;
#[cfg(feature = "press")]
pub mod press;
#[cfg(feature = "press")]
pub mod preview;
pub mod scaffold;
pub mod schema;
pub mod tables;
pub mod text;
pub mod translation;
#[cfg(feature = "press")]
pub mod typeset;
#[cfg(feature = "press")]
pub mod verify;
pub mod yaml;
