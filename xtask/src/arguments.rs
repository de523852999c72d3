//! The words after a command's name.

use std::str::FromStr;

use anyhow::{Context, Result, bail};

/// What is still unread of a command line. A command takes what it knows and then calls [`Arguments::done`], so
/// that a misspelt flag is refused and not ignored.
#[derive(Debug)]
pub(crate) struct Arguments(Vec<String>);

impl Arguments {
    pub(crate) fn new(words: Vec<String>) -> Self {
        Self(words)
    }

    /// Takes `name` out, if it is there.
    pub(crate) fn flag(&mut self, name: &str) -> bool {
        let before = self.0.len();
        self.0.retain(|word| word != name);
        self.0.len() < before
    }

    /// Takes `name` and its value out, if it is there. Both `--seeds 5` and `--seeds=5` are understood.
    ///
    /// # Errors
    ///
    /// The value is missing or is not a `T`.
    pub(crate) fn option<T: FromStr>(&mut self, name: &str) -> Result<Option<T>> {
        let Some(at) = self.0.iter().position(|word| word.split('=').next() == Some(name)) else {
            return Ok(None);
        };
        let word = self.0.remove(at);
        let value = match word.split_once('=') {
            Some((_, value)) => value.to_owned(),
            None if at < self.0.len() => self.0.remove(at),
            None => bail!("`{name}` needs a value"),
        };
        let value = value.parse().ok().with_context(|| format!("`{value}` makes no sense as `{name}`"))?;
        Ok(Some(value))
    }

    /// All words that are left, for commands that pass them on.
    pub(crate) fn rest(self) -> Vec<String> {
        self.0
    }

    /// # Errors
    ///
    /// A word is left that nobody asked for.
    pub(crate) fn done(self) -> Result<()> {
        match self.0.first() {
            None => Ok(()),
            Some(word) => bail!("`{word}` is not understood here; `cargo xtask` lists what is"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn words(line: &str) -> Arguments {
        Arguments::new(line.split_whitespace().map(str::to_owned).collect())
    }

    #[test]
    fn flags_and_options_are_taken_in_any_order() {
        let mut arguments = words("--from=7 --bless --seeds 50");
        assert_eq!(arguments.option("--seeds").unwrap(), Some(50));
        assert_eq!(arguments.option("--from").unwrap(), Some(7));
        assert!(arguments.flag("--bless"));
        assert!(!arguments.flag("--bless"));
        arguments.done().unwrap();
    }

    #[test]
    fn what_nobody_asked_for_is_refused_by_name() {
        let refused = words("--blest").done().unwrap_err();
        assert!(refused.to_string().contains("--blest"), "{refused}");
    }

    #[test]
    fn a_value_that_is_missing_or_wrong_is_refused() {
        assert!(words("--seeds").option::<u64>("--seeds").is_err());
        assert!(words("--seeds many").option::<u64>("--seeds").is_err());
    }
}
