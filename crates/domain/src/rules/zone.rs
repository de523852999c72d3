//! A technician may be kept to some zones. A place outside every zone is open to those who are kept to none.

use crate::company::Company;
use crate::refusal::Refusal;
use crate::rules::Demand;
use crate::technician::Technician;

/// Refuses places outside the technician's zones.
pub fn check(company: &Company, technician: &Technician, demand: &Demand) -> Option<Refusal> {
    if technician.zones.is_empty() || demand.zone.is_some_and(|zone| technician.zones.contains(&zone)) {
        return None;
    }
    let zone = demand.zone.and_then(|zone| company.zone(zone)).map_or("any zone", |zone| zone.name.as_str());
    Some(Refusal::OutsideZone { zone: zone.to_owned() })
}
