//! Why a draft is no problem that can be solved.

/// What is wrong with a draft, with the indices it is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum Flaw {
    /// A matrix has not `places` × `places` entries, or there is none.
    #[error("matrix `{0}` has the wrong size")]
    Matrix(usize),
    /// Slices are not by time, or name a matrix that is not there.
    #[error("slice `{0}` is out of order or has no matrix")]
    Slice(usize),
    /// A duty names an unknown place, ends before it starts, or has an impossible break or span.
    #[error("duty `{0}` has an unknown place or a span that ends before it starts")]
    Duty(usize),
    /// A job is at an unknown place or lasts less than nothing.
    #[error("job `{0}` has an unknown place or a negative duration")]
    Job(usize),
    /// The windows of a job are missing, empty, or not by time.
    #[error("the windows of job `{0}` are missing, empty or out of order")]
    Windows(usize),
    /// A job may be on an unknown duty, or twice on the same.
    #[error("job `{job}` names duty `{duty}` twice or it is unknown")]
    Able {
        /// The job.
        job: usize,
        /// The duty it names.
        duty: u32,
    },
    /// A fixed job stands on a duty that is not among its able ones.
    #[error("job `{0}` is fixed on a duty that may not have it")]
    Fixed(usize),
    /// A link names an unknown or fixed job, or one that is in another link.
    #[error("link `{0}` has a job that is unknown, fixed or linked twice")]
    Link(usize),
    /// A group names an unknown duty.
    #[error("group `{0}` has an unknown duty")]
    Group(usize),
}
