//! What the tests of several rooms share: a small company, and the sample requests as a whole.

mod requests;
pub(crate) mod sample;
