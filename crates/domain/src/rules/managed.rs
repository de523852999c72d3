//! Only managed technicians are planned.

use crate::refusal::Refusal;
use crate::technician::Technician;

/// Refuses technicians who are not managed.
pub fn check(technician: &Technician) -> Option<Refusal> {
    (!technician.managed).then_some(Refusal::NotManaged)
}
