//! Whether what is committed is what its generator makes today, byte for byte.

use std::{
    collections::BTreeMap,
    fs,
    path::{Path, PathBuf},
};

use anyhow::{Context, Result, bail};

/// What to do with a generated file that differs from the committed one.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Outcome {
    /// Leave it and fail.
    Compare,
    /// Keep the new one.
    Bless,
}

impl Outcome {
    pub(crate) fn from_flag(bless: bool) -> Self {
        if bless { Self::Bless } else { Self::Compare }
    }
}

/// Whether committed files that the generator does not make are an error.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Others {
    /// The generator owns the whole folder.
    Refused,
    /// Files written by hand live beside the generated ones.
    Welcome,
}

/// Compares the folder `made` with the folder `committed`, or makes them the same.
///
/// # Errors
///
/// Files differ (they are named, with `how_to_bless`), or a folder cannot be read or written.
pub(crate) fn folders(
    made: &Path,
    committed: &Path,
    others: Others,
    outcome: Outcome,
    how_to_bless: &str,
) -> Result<()> {
    let new = read_folder(made)?;
    let old = if committed.is_dir() { read_folder(committed)? } else { BTreeMap::new() };
    let differences = differences(&old, &new, others);
    if differences.is_empty() {
        println!("{} files in `{}` are as generated", new.len(), short(committed));
        return Ok(());
    }
    for difference in &differences {
        println!("  {difference}");
    }
    if outcome == Outcome::Compare {
        bail!(
            "`{}` is not what the source makes (files that differ: {}); `{how_to_bless}` keeps the new files",
            short(committed),
            differences.len()
        );
    }
    if others == Others::Refused && committed.is_dir() {
        fs::remove_dir_all(committed).with_context(|| format!("clearing `{}`", committed.display()))?;
    }
    for (name, bytes) in &new {
        write(&committed.join(name), bytes)?;
    }
    println!("kept {} files in `{}`", new.len(), short(committed));
    Ok(())
}

/// Compares `bytes` with the committed file, or keeps them there.
///
/// # Errors
///
/// They differ, or the file cannot be written.
pub(crate) fn file(bytes: &[u8], committed: &Path, outcome: Outcome, how_to_bless: &str) -> Result<()> {
    let old = fs::read(committed).ok();
    if old.as_deref() == Some(bytes) {
        println!("`{}` is as generated", short(committed));
        return Ok(());
    }
    if outcome == Outcome::Bless {
        println!("kept `{}`", short(committed));
        return write(committed, bytes);
    }
    let what = match &old {
        None => "it does not exist".to_owned(),
        Some(old) => first_difference(old, bytes),
    };
    bail!("`{}` is not what the source makes ({what}); `{how_to_bless}` keeps the new one", short(committed))
}

fn differences(
    old: &BTreeMap<PathBuf, Vec<u8>>,
    new: &BTreeMap<PathBuf, Vec<u8>>,
    others: Others,
) -> Vec<String> {
    let mut found = Vec::new();
    for (name, bytes) in new {
        match old.get(name) {
            None => found.push(format!("{}: missing", name.display())),
            Some(committed) if committed != bytes => {
                found.push(format!("{}: {}", name.display(), first_difference(committed, bytes)));
            }
            Some(_) => {}
        }
    }
    if others == Others::Refused {
        let extra = old.keys().filter(|name| !new.contains_key(*name));
        found.extend(extra.map(|name| format!("{}: not made any more", name.display())));
    }
    found
}

fn first_difference(old: &[u8], new: &[u8]) -> String {
    let same = old.iter().zip(new).take_while(|(a, b)| a == b).count();
    let line = old[..same].iter().filter(|byte| **byte == b'\n').count() + 1;
    format!("first difference in line {line}, byte {same}; {} bytes before, {} now", old.len(), new.len())
}

fn read_folder(folder: &Path) -> Result<BTreeMap<PathBuf, Vec<u8>>> {
    let mut files = BTreeMap::new();
    let mut folders = vec![folder.to_path_buf()];
    while let Some(next) = folders.pop() {
        for entry in fs::read_dir(&next).with_context(|| format!("reading `{}`", next.display()))? {
            let path = entry?.path();
            if path.is_dir() {
                folders.push(path);
            } else {
                let name = path.strip_prefix(folder).expect("it was found inside").to_path_buf();
                files.insert(name, fs::read(&path).with_context(|| format!("reading `{}`", path.display()))?);
            }
        }
    }
    Ok(files)
}

fn write(path: &Path, bytes: &[u8]) -> Result<()> {
    let folder = path.parent().expect("a committed file stands in a folder");
    fs::create_dir_all(folder).with_context(|| format!("creating `{}`", folder.display()))?;
    fs::write(path, bytes).with_context(|| format!("writing `{}`", path.display()))
}

/// The last two names of a path: enough to know it, and the same on every machine.
fn short(path: &Path) -> String {
    let names: Vec<_> = path.iter().rev().take(2).map(|name| name.to_string_lossy()).collect();
    names.into_iter().rev().collect::<Vec<_>>().join("/")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::scratch::Scratch;

    fn folder(scratch: &Scratch, name: &str, files: &[(&str, &str)]) -> PathBuf {
        let folder = scratch.path().join(name);
        for (path, text) in files {
            write(&folder.join(path), text.as_bytes()).unwrap();
        }
        folder
    }

    #[test]
    fn a_changed_a_missing_and_a_leftover_file_are_each_named() {
        let scratch = Scratch::new("compare-names").unwrap();
        let made = folder(&scratch, "made", &[("a.js", "1\n2\n"), ("in/b.js", "b")]);
        let committed = folder(&scratch, "dist", &[("a.js", "1\n3\n"), ("old.js", "c")]);
        let found =
            differences(&read_folder(&committed).unwrap(), &read_folder(&made).unwrap(), Others::Refused);
        assert_eq!(found.len(), 3, "{found:?}");
        assert!(found[0].starts_with("a.js: first difference in line 2, byte 2"), "{found:?}");
        assert!(found[1].starts_with("in/b.js: missing"), "{found:?}");
        assert!(found[2].starts_with("old.js: not made any more"), "{found:?}");
        assert!(folders(&made, &committed, Others::Refused, Outcome::Compare, "bless").is_err());
    }

    #[test]
    fn bless_makes_the_folders_the_same() {
        let scratch = Scratch::new("compare-bless").unwrap();
        let made = folder(&scratch, "made", &[("a.js", "new")]);
        let committed = folder(&scratch, "dist", &[("a.js", "old"), ("old.js", "c")]);
        folders(&made, &committed, Others::Refused, Outcome::Bless, "bless").unwrap();
        assert_eq!(read_folder(&made).unwrap(), read_folder(&committed).unwrap());
    }

    #[test]
    fn files_written_by_hand_may_stand_beside_generated_ones() {
        let scratch = Scratch::new("compare-hand").unwrap();
        let made = folder(&scratch, "made", &[("board.json", "{}")]);
        let committed = folder(&scratch, "samples", &[("board.json", "{}"), ("NOTICE", "ODbL")]);
        folders(&made, &committed, Others::Welcome, Outcome::Compare, "bless").unwrap();
    }

    #[test]
    fn a_single_file_is_compared_and_blessed() {
        let scratch = Scratch::new("compare-file").unwrap();
        let path = scratch.path().join("docs/openapi.json");
        assert!(file(b"{}", &path, Outcome::Compare, "bless").is_err());
        file(b"{}", &path, Outcome::Bless, "bless").unwrap();
        file(b"{}", &path, Outcome::Compare, "bless").unwrap();
        assert!(file(b"{ }", &path, Outcome::Compare, "bless").is_err());
    }
}
