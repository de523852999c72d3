//! Technicians.

use crate::geo::Point;
use crate::id::{BusinessUnitId, SkillId, TechnicianId, ZoneId};
use crate::job_type::SkillNeed;
use jiff::{SignedDuration, civil};
use serde::{Deserialize, Serialize};

/// A person who goes to customers.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Technician {
    /// Its id.
    pub id: TechnicianId,
    /// Name.
    pub name: String,
    /// Phone in E.164.
    pub phone: String,
    /// The business units the technician works for; empty means every unit.
    pub units: Vec<BusinessUnitId>,
    /// Home.
    pub home: Point,
    /// Where the working day starts.
    pub starts_at: EndPlace,
    /// Where the working day ends.
    pub ends_at: EndPlace,
    /// Skills and licences held.
    pub skills: Vec<SkillHeld>,
    /// Zones the technician is kept to; empty means all zones.
    pub zones: Vec<ZoneId>,
    /// Whether the planner plans this technician; helpers who are not managed are put on jobs by people.
    pub managed: bool,
    /// Own limit on one drive between jobs, when it differs from the company's.
    pub max_drive: Option<SignedDuration>,
}

/// Where a working day starts or ends.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum EndPlace {
    /// At home.
    Home,
    /// At the shop or another fixed place.
    At(Point),
}

/// A skill or licence that a technician holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct SkillHeld {
    /// Which.
    pub skill: SkillId,
    /// Level, 1 to 5.
    pub level: u8,
    /// The last day on which it is valid, in company time; none when it does not expire.
    pub expires: Option<civil::Date>,
}

impl Technician {
    /// Where the day starts.
    pub fn start_point(&self) -> Point {
        self.place(self.starts_at)
    }

    /// Where the day ends.
    pub fn end_point(&self) -> Point {
        self.place(self.ends_at)
    }

    fn place(&self, place: EndPlace) -> Point {
        match place {
            EndPlace::Home => self.home,
            EndPlace::At(point) => point,
        }
    }

    /// The skill as held, if it is held at all.
    pub fn holds(&self, need: SkillNeed) -> Option<&SkillHeld> {
        self.skills.iter().find(|held| held.skill == need.skill)
    }
}
