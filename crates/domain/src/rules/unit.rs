//! A technician works for some business units, or for all when none is named.

use crate::company::Company;
use crate::refusal::Refusal;
use crate::rules::Demand;
use crate::technician::Technician;

/// Refuses work of units the technician does not work for.
pub fn check(company: &Company, technician: &Technician, demand: &Demand) -> Option<Refusal> {
    let unit = company.job_type(demand.job_type)?.unit;
    if technician.units.is_empty() || technician.units.contains(&unit) {
        return None;
    }
    Some(Refusal::OtherUnit {
        unit: company.unit(unit).map_or_else(|| unit.to_string(), |unit| unit.name.clone()),
    })
}
