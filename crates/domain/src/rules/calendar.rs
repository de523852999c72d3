//! The whole visit lies inside a shift and outside every time off.

use crate::company::Company;
use crate::refusal::Refusal;
use crate::shift::{Shift, ShiftKind};
use crate::time::Span;

/// Refuses visits outside the shifts or inside time off. `shifts` are those of the technician.
pub fn check<'a>(
    company: &Company,
    shifts: impl Iterator<Item = &'a Shift> + Clone,
    visit: Span,
) -> Option<Refusal> {
    for shift in shifts.clone() {
        if let ShiftKind::TimeOff { reason } = &shift.kind
            && shift.span.overlaps(&visit)
        {
            return Some(Refusal::OnTimeOff { reason: reason.clone() });
        }
    }
    let holds = |shift: &Shift| {
        shift.span.start() <= visit.start()
            && visit.end() <= shift.span.end() + company.settings.overtime_limit
    };
    let normal = shifts.clone().any(|shift| shift.kind == ShiftKind::Normal && holds(shift));
    let on_call = || shifts.clone().any(|shift| shift.kind == ShiftKind::OnCall && holds(shift));
    if normal || (company.settings.plan_on_call && on_call()) {
        None
    } else if on_call() {
        Some(Refusal::OnCallOnly)
    } else {
        Some(Refusal::NoShift)
    }
}
