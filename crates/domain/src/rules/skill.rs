//! All skills of the job type, at their level, and not expired on the day.

use crate::company::Company;
use crate::refusal::Refusal;
use crate::rules::Demand;
use crate::technician::Technician;
use jiff::civil;

/// Refuses for each skill that is missing, too low or expired.
pub fn check(company: &Company, technician: &Technician, demand: &Demand, date: civil::Date) -> Vec<Refusal> {
    let Some(job_type) = company.job_type(demand.job_type) else { return Vec::new() };
    let name = |id| company.skill(id).map_or_else(|| format!("skill {id}"), |skill| skill.name.clone());
    let refuse = |need: &crate::job_type::SkillNeed| {
        let missing = |held| Refusal::MissingSkill {
            skill: need.skill,
            name: name(need.skill),
            needed: need.level,
            held,
        };
        match technician.holds(*need) {
            None => Some(missing(0)),
            Some(held) if held.level < need.level => Some(missing(held.level)),
            Some(held) => held.expires.filter(|expires| *expires < date).map(|expired| {
                Refusal::LicenceExpired { skill: need.skill, name: name(need.skill), expired }
            }),
        }
    };
    job_type.skills.iter().filter_map(refuse).collect()
}
