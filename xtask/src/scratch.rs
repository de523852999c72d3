//! A temporary folder that goes away with its owner.

use std::{
    env, fs,
    path::{Path, PathBuf},
    process,
    time::{SystemTime, UNIX_EPOCH},
};

use anyhow::{Context, Result};

/// An empty folder of our own, removed on drop.
#[derive(Debug)]
pub(crate) struct Scratch(PathBuf);

impl Scratch {
    /// # Errors
    ///
    /// The system's folder for temporary files cannot be written.
    pub(crate) fn new(purpose: &str) -> Result<Self> {
        let nanos = SystemTime::now().duration_since(UNIX_EPOCH).map_or(0, |since| since.subsec_nanos());
        let folder = env::temp_dir().join(format!("dispatch-{purpose}-{}-{nanos}", process::id()));
        fs::create_dir(&folder).with_context(|| format!("creating `{}`", folder.display()))?;
        Ok(Self(folder))
    }

    pub(crate) fn path(&self) -> &Path {
        &self.0
    }
}

impl Drop for Scratch {
    fn drop(&mut self) {
        // Whoever used the folder may have removed it already; the system clears the rest.
        let _ = fs::remove_dir_all(&self.0);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_folder_goes_away_with_its_owner() {
        let scratch = Scratch::new("scratch-test").unwrap();
        let path = scratch.path().to_path_buf();
        fs::write(path.join("file"), "x").unwrap();
        drop(scratch);
        assert!(!path.exists());
    }
}
