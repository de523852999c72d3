//! What a visit is expected to bring: the planner asks, others know.

use domain::{Cents, Company, JobTypeId, TechnicianId};

/// Expected values of visits by technician. Answers are the same for the same question within one use of a problem.
pub trait Values {
    /// What a visit of `job_type` is expected to bring when `technician` does it. `booked` is what the job itself
    /// is expected to bring, when it exists already; a job that is only asked for has no such figure.
    fn value(&self, job_type: JobTypeId, booked: Option<Cents>, technician: TechnicianId) -> Cents;
}

/// The values that stand on the jobs, or the typical ones of the catalogue: the same for every technician.
#[derive(Debug, Clone, Copy)]
pub struct BookedValues<'a>(pub &'a Company);

impl Values for BookedValues<'_> {
    fn value(&self, job_type: JobTypeId, booked: Option<Cents>, _: TechnicianId) -> Cents {
        booked.or_else(|| self.0.job_type(job_type).map(|known| known.value.typical)).unwrap_or(Cents::ZERO)
    }
}
