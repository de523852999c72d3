//! What a visit is expected to bring, and how long it takes.
//!
//! A [`Model`] is trained on the jobs that were done ([`DoneJob`]) and answers two questions about a job type and a
//! technician: [`Model::value`] and [`Model::duration`], each with an interval and the number of jobs behind it.
//!
//! How it works. The value of a job type is the mean of its jobs, drawn towards the typical value of the catalogue as
//! long as there are few. A technician's effect is the ratio of what the technician's jobs brought to what jobs of the
//! same types bring, drawn towards one as long as there are few (`credibility`). The interval is what eight of ten past
//! jobs kept to, relative to their forecast (`spread`). Small samples never make a hero: that is the point.
//!
//! It knows no clock and no chance: the same history gives the same model, to the cent, on any machine, because all
//! arithmetic is in whole numbers. What it never does: decide. The planner weighs these figures against driving, and a
//! company that does not want technicians ranked by sales switches the effects off
//! ([`Model::without_sales_ranking`]).
//!
//! Where to start: [`Model::train`].

mod credibility;
mod model;
mod spread;

pub use model::{DoneJob, DurationForecast, Forecast, Model};
