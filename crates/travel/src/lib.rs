//! How long it takes to drive from one place to another.
//!
//! # What it answers
//!
//! * [`Network::from_pbf`] turns an OpenStreetMap extract into a road [`Network`] and says what it had to assume;
//!   [`Network::to_bytes`] and [`Network::from_bytes`] keep it for a quick start.
//! * [`Network::snap`] finds the road beside a place, [`Network::matrix`] the drives between all pairs of places.
//! * [`StraightLine`] estimates the same without a map; [`Source`] travels with every answer so that people see which
//!   it was.
//! * [`Drives`] remembers the drives between a company's places and grows place by place: start here. It answers the
//!   board's questions as [`domain::DriveTimes`].
//! * [`Network::streets`] lists the named streets with places along them.
//!
//! # What a drive time is
//!
//! Whole seconds over the quickest way by day: the speed of the sign or of the kind of road, slowed by one factor
//! for town traffic, plus a few seconds at each signal and crossing, plus the way between the road and the door.
//! One-way streets and closed roads are obeyed, turn restrictions and the hour of the day are not yet. A freeway has
//! no doors. A place more than two kilometres from every road has no drive time; no figure is ever infinite.
//!
//! # What it never does
//!
//! It opens no file, reads no clock, starts no thread and asks no network: bytes and places come in as arguments. The
//! same bytes give the same network, the same network the same times.
//!
//! # How it works inside
//!
//! `pbf` (on `wire`) reads the file, `road` reads the tags, `import` cuts ways into segments, `component` keeps what
//! hangs together, `chains` joins segments between junctions, `search` runs Dijkstra's algorithm over the junctions.

mod chains;
mod component;
#[cfg(test)]
mod drawing;
mod drives;
mod file;
mod import;
mod matrix;
mod network;
mod pbf;
mod place;
mod road;
mod search;
mod segment;
mod snap;
mod straight_line;
mod street;
mod wire;

pub use drives::{Drives, Ground};
pub use file::FileError;
pub use import::{ImportError, ImportSummary, Imported};
pub use matrix::{Matrix, Source};
pub use network::Network;
pub use road::RoadClass;
pub use snap::Snap;
pub use straight_line::StraightLine;
pub use street::Street;
