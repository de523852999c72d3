//! Planning problems as files: `trsp-1`, one day as benchmarks write it, and `dispatch-1`, our own.
//!
//! Reading is strict: what makes no sense is refused with the path of the field ([`Wrong`]), nothing is mended in
//! silence. What a file may say and what stands in an answer is told in `docs/plan-format.md`.

pub mod answer;
mod ask;
mod bytes;
pub mod dispatch1;
pub mod trsp1;
mod walk;

pub use bytes::Table;
pub(crate) use bytes::from_json;

/// A field of a file that makes no sense. Shown as `technicians[3].breaks[0].window: ends before it starts`.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{path}: {what}")]
pub struct Wrong {
    /// Where, as a path from the root of the file: names, and indices from 0 in brackets.
    pub path: String,
    /// What is wrong there, in a few words.
    pub what: String,
}

impl Wrong {
    /// What is wrong at a place in the file.
    pub fn at(path: impl Into<String>, what: impl Into<String>) -> Wrong {
        Wrong { path: path.into(), what: what.into() }
    }
}

/// Names in a list have to differ; says which one is given twice, and where.
pub(crate) fn unique<'a>(list: &str, ids: impl Iterator<Item = &'a str>) -> Result<(), Wrong> {
    let mut seen = std::collections::HashMap::new();
    for (index, id) in ids.enumerate() {
        if let Some(first) = seen.insert(id, index) {
            let what = format!("`{id}` is the id of {list}[{first}] already");
            return Err(Wrong::at(format!("{list}[{index}].id"), what));
        }
    }
    Ok(())
}
