//! The sample company that is part of the binary: its files, its requests and its map.

use app::Network;
use app::sample::request::Request;
use app::sample::{self, Sample};
use rust_embed::RustEmbed;
use std::fs;
use std::path::Path;

/// The seed of the committed sample company.
pub const SEED: u64 = 20_261_121;

/// Technicians of the committed sample company.
pub const TECHNICIANS: usize = 24;

/// The folder of the company's files.
const FOLDER: &str = "buckeye";

/// The files of `samples/`.
#[derive(RustEmbed)]
#[folder = "../../samples"]
struct Files;

/// A sample cannot be had; says why in a sentence.
#[derive(Debug, thiserror::Error)]
#[error("{0}")]
pub struct NoSample(String);

impl NoSample {
    fn because(why: impl ToString) -> NoSample {
        NoSample(why.to_string())
    }
}

/// The roads of Columbus.
///
/// # Errors
/// When the map is not part of this build.
pub fn map() -> Result<Network, NoSample> {
    let file =
        Files::get("columbus-ohio.osm.pbf").ok_or_else(|| NoSample::because("the sample map is missing"))?;
    Network::from_pbf(&file.data).map(|imported| imported.network).map_err(NoSample::because)
}

/// The sample company: the committed one, or one of another size or seed made up on the streets of `map`.
///
/// # Errors
/// When its files are not part of this build, or it cannot have that size.
pub fn company(map: &Network, seed: Option<u64>, technicians: Option<usize>) -> Result<Sample, NoSample> {
    if seed.is_none() && technicians.is_none_or(|number| number == TECHNICIANS) {
        let read = |name: &str| Files::get(&format!("{FOLDER}/{name}")).map(|file| file.data.into_owned());
        return Sample::from_files(read).map_err(NoSample::because);
    }
    sample::generate(seed.unwrap_or(SEED), technicians.unwrap_or(TECHNICIANS), map).map_err(NoSample::because)
}

/// The requests of the sample inbox, in the order of their files' names.
///
/// # Errors
/// When one cannot be read.
pub fn requests() -> Result<Vec<Request>, NoSample> {
    let mut names: Vec<_> =
        Files::iter().filter(|name| name.starts_with("requests/") && name.ends_with(".json")).collect();
    names.sort();
    let files = names.iter().filter_map(|name| Files::get(name).map(|file| (name, file)));
    files.map(|(name, file)| Request::from_json(name, &file.data).map_err(NoSample::because)).collect()
}

/// Makes the committed sample company again, into `folder`.
///
/// # Errors
/// When a file cannot be written.
pub fn write(folder: &Path) -> Result<(), NoSample> {
    let sample = sample::generate(SEED, TECHNICIANS, &map()?).map_err(NoSample::because)?;
    let folder = folder.join(FOLDER);
    let cannot = |error| NoSample(format!("cannot write to `{}`: {error}", folder.display()));
    fs::create_dir_all(&folder).map_err(cannot)?;
    sample
        .to_files()
        .into_iter()
        .try_for_each(|(name, bytes)| fs::write(folder.join(name), bytes))
        .map_err(cannot)
}
