//! The company: its units, hours, zones and catalogue.

use crate::geo::Point;
use crate::id::{BusinessUnitId, CompanyId, JobTypeId, SkillId, ZoneId};
use crate::job_type::{JobType, Skill};
use crate::settings::Settings;
use crate::time::{ArrivalWindow, Span};
use crate::zone::Zone;
use jiff::{civil, tz::TimeZone};
use serde::{Deserialize, Serialize};

/// A company with its set-up.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Company {
    /// Its id.
    pub id: CompanyId,
    /// The name in web addresses: `buckeye`.
    pub slug: String,
    /// Its name.
    pub name: String,
    /// IANA name of the time zone in which its people live: `America/New_York`.
    pub time_zone: String,
    /// Phone in E.164.
    pub phone: String,
    /// The shop.
    pub shop: Point,
    /// Business units.
    pub units: Vec<BusinessUnit>,
    /// Opening hours.
    pub hours: BusinessHours,
    /// Zones; an address outside all of them is out of area.
    pub zones: Vec<Zone>,
    /// Skills.
    pub skills: Vec<Skill>,
    /// Job types.
    pub job_types: Vec<JobType>,
    /// The arrival windows it offers.
    pub windows: Vec<WindowPreset>,
    /// Everything that can be set.
    pub settings: Settings,
}

/// A part of the company with its own work, such as "HVAC service".
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct BusinessUnit {
    /// Its id.
    pub id: BusinessUnitId,
    /// Its name.
    pub name: String,
}

/// Opening hours by weekday, in company time.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct BusinessHours {
    /// Monday first; none is a closed day.
    pub week: [Option<(civil::Time, civil::Time)>; 7],
    /// Days on which it is closed whatever the weekday.
    pub closed: Vec<civil::Date>,
}

/// A window that is offered to customers on every open day.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct WindowPreset {
    /// From, company time.
    pub from: civil::Time,
    /// To, company time; at or before `from` means the next day.
    pub to: civil::Time,
}

impl BusinessHours {
    /// The open span of a date, if it opens.
    pub fn on(&self, date: civil::Date, zone: &TimeZone) -> Option<Span> {
        if self.closed.contains(&date) {
            return None;
        }
        let (open, close) = self.week[date.weekday().to_monday_zero_offset() as usize]?;
        Span::on(date, open, close, zone).ok()
    }
}

impl WindowPreset {
    /// The arrival window of this preset on a date; none when a clock change swallows it.
    pub fn on(&self, date: civil::Date, zone: &TimeZone) -> Option<ArrivalWindow> {
        Span::on(date, self.from, self.to, zone).ok().map(ArrivalWindow)
    }
}

impl Company {
    /// The time zone in which its people live; UTC when the stored name is unknown to the time zone database.
    pub fn zone_of_time(&self) -> TimeZone {
        TimeZone::get(&self.time_zone).unwrap_or(TimeZone::UTC)
    }

    /// The date in company time at an instant.
    pub fn date(&self, at: jiff::Timestamp) -> civil::Date {
        at.to_zoned(self.zone_of_time()).date()
    }

    /// A job type of the catalogue.
    pub fn job_type(&self, id: JobTypeId) -> Option<&JobType> {
        self.job_types.iter().find(|known| known.id == id)
    }

    /// A skill of the catalogue.
    pub fn skill(&self, id: SkillId) -> Option<&Skill> {
        self.skills.iter().find(|known| known.id == id)
    }

    /// A business unit.
    pub fn unit(&self, id: BusinessUnitId) -> Option<&BusinessUnit> {
        self.units.iter().find(|known| known.id == id)
    }

    /// A zone.
    pub fn zone(&self, id: ZoneId) -> Option<&Zone> {
        self.zones.iter().find(|known| known.id == id)
    }

    /// The first zone that holds a place.
    pub fn zone_at(&self, zip: Option<&str>, at: Option<Point>) -> Option<&Zone> {
        self.zones.iter().find(|zone| zone.holds(zip, at))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::SignedDuration;
    use jiff::civil::{date, time};

    #[test]
    fn hours_follow_the_wall_clock_on_days_that_change_it() {
        let zone = TimeZone::get("America/New_York").unwrap();
        let week = [Some((time(7, 0, 0, 0), time(19, 0, 0, 0))); 7];
        let hours = BusinessHours { week, closed: vec![date(2026, 12, 25)] };
        for day in [date(2026, 3, 8), date(2026, 11, 1)] {
            let open = hours.on(day, &zone).unwrap();
            assert_eq!(open.start().to_zoned(zone.clone()).hour(), 7);
            assert_eq!(open.length(), SignedDuration::from_hours(12), "the change is at night");
        }
        assert_eq!(hours.on(date(2026, 12, 25), &zone), None);
    }

    #[test]
    fn a_night_preset_loses_or_gains_the_changed_hour() {
        let zone = TimeZone::get("America/New_York").unwrap();
        let night = WindowPreset { from: time(1, 0, 0, 0), to: time(4, 0, 0, 0) };
        let length = |day| night.on(day, &zone).unwrap().0.length();
        assert_eq!(length(date(2026, 3, 8)), SignedDuration::from_hours(2));
        assert_eq!(length(date(2026, 11, 1)), SignedDuration::from_hours(4));
    }
}
