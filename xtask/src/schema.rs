//! The API's description and the client's types are made from the program, never by hand.

use std::{fs, path::Path};

use anyhow::{Context, Result};

use crate::{
    arguments::Arguments,
    compare::{self, Outcome},
    preflight::{self, Piece},
    process,
    scratch::Scratch,
    web,
};

const BLESS: &str = "cargo xtask schema --bless";

/// `cargo xtask schema [--bless]`
pub(crate) fn command(root: &Path, mut arguments: Arguments) -> Result<()> {
    let outcome = Outcome::from_flag(arguments.flag("--bless"));
    arguments.done()?;
    preflight::require(root, &[Piece::Node])?;
    rebuild(root, outcome)
}

/// # Errors
///
/// `docs/openapi.json` or `web/src/api/schema.d.ts` is not what the program makes, or cannot be made.
pub(crate) fn rebuild(root: &Path, outcome: Outcome) -> Result<()> {
    web::install_unless_fresh(root)?;
    let mut openapi = process::cargo(root);
    openapi.args(["run", "--quiet", "-p", "dispatch-assist", "--", "openapi"]);
    let description = process::output(&mut openapi)?;

    let scratch = Scratch::new("schema")?;
    let source = scratch.path().join("openapi.json");
    let types = scratch.path().join("schema.d.ts");
    fs::write(&source, &description).with_context(|| format!("writing `{}`", source.display()))?;
    process::run(web::tool(root, "openapi-typescript")?.arg(&source).arg("-o").arg(&types))?;
    let types = fs::read(&types).context("reading the client types")?;

    compare::file(&description, &root.join("docs/openapi.json"), outcome, BLESS)?;
    compare::file(&types, &root.join("web/src/api/schema.d.ts"), outcome, BLESS)
}
