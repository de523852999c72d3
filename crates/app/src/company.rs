//! The company: what every page needs of it, its modes and settings, and the proof of its journal.

use crate::access::Who;
use crate::error::{Error, Kind};
use crate::view::{ClockKind, CompanyView, JobTypeView, ModeChange, NamedView, SettingsView};
use crate::{App, names};
use domain::authority::{RuleSet, Signature};
use domain::{
    Authority, BusinessHours, Company, CompanyId, Entry, EntryKind, Permission, Point, Settings,
    SignedDuration, WindowPreset, civil, tz::TimeZone,
};
use store::{Changeset, Stored};

/// What the proof of a journal found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct VerifyReport {
    /// Entries looked at, in all companies.
    pub entries: u64,
    /// Everything that is wrong, one sentence each; empty when chain and state are whole.
    pub faults: Vec<String>,
    /// The end of each company's chain: its slug, the position and the hash. Kept outside the database, it shows later
    /// that nothing was cut off.
    pub heads: Vec<(String, i64, String)>,
}

impl App {
    /// The company of a person.
    ///
    /// # Errors
    /// `unavailable` when the database does not answer.
    pub async fn company(&self, who: &Who) -> Result<CompanyView, Error> {
        let company = self.company_of(who.company).await?;
        let rules = self.rules(who.company).await?;
        let position = self.store.position(who.company).await?;
        Ok(self.show_company(&company.value, &rules, position))
    }

    /// Changes modes. Booking authority signs a new version of the rules.
    ///
    /// # Errors
    /// `forbidden`, or a field error for an unknown mode.
    pub async fn change_mode(&self, who: &Who, change: ModeChange) -> Result<CompanyView, Error> {
        if let Some(stop) = change.kill_switch {
            // Stopping is everyone's who answers for the day; starting again is a change of mode.
            who.require(if stop { Permission::KillSwitch } else { Permission::ChangeMode })?;
        }
        let booking = change.booking.as_deref().map(|mode| {
            who.require(Permission::SignRules)?;
            names::authority_of(mode).ok_or_else(|| Error::field("booking", "use assist, approve or auto"))
        });
        let board = change.board.as_deref().map(|mode| {
            who.require(Permission::ChangeMode)?;
            names::board_mode_of(mode)
                .ok_or_else(|| Error::field("board", "use off, assist, approve or auto"))
        });
        let (booking, board) = (booking.transpose()?, board.transpose()?);
        let mut changes = Changeset::new(who.company);
        if booking.is_some() || change.kill_switch.is_some() {
            changes = self.add_rules(changes, who, booking, change.kill_switch).await?;
        }
        if let Some(mode) = board {
            let mut company = self.company_of(who.company).await?;
            company.value.settings.board_mode = mode;
            let reason = format!("the board is in mode {}", names::board_mode(mode));
            let entry = Entry::new(self.now(), who.actor(), EntryKind::SettingsChanged, reason);
            changes = changes.change(company.value, company.version).entry(entry);
        }
        if !changes.entries.is_empty() {
            self.commit(changes).await?;
        }
        self.company(who).await
    }

    /// Changes settings.
    ///
    /// # Errors
    /// `forbidden`, or a field error for a number out of range.
    pub async fn change_settings(&self, who: &Who, new: SettingsView) -> Result<CompanyView, Error> {
        who.require(Permission::EditSettings)?;
        check_settings(&new)?;
        let minutes = |minutes: u32| SignedDuration::from_mins(i64::from(minutes));
        let change = |company: &mut Company| {
            let settings = &mut company.settings;
            settings.money_over_driving = new.money_over_driving;
            settings.max_drive = minutes(new.max_drive_minutes);
            settings.autolock = minutes(new.autolock_minutes);
            settings.change_budget = new.change_budget;
            settings.reservation_time = minutes(new.reservation_minutes);
        };
        self.change_company(who, change, "settings were changed".to_owned()).await?;
        self.company(who).await
    }

    /// Proves the journal and the state of every company: the chain of hashes, and the state rebuilt from it.
    ///
    /// # Errors
    /// `unavailable` when the database does not answer.
    pub async fn verify(&self) -> Result<VerifyReport, Error> {
        let mut report = VerifyReport { entries: 0, faults: Vec::new(), heads: Vec::new() };
        for company in self.store.companies().await? {
            let (id, name) = (company.value.id, &company.value.name);
            let chain = self.store.verify_chain(id).await?;
            report.heads.push((company.value.slug.clone(), chain.head.position, chain.head.hash.clone()));
            report.entries += chain.entries.unsigned_abs();
            report.faults.extend(chain.faults.iter().map(|fault| format!("{name}: {fault}")));
            let state = self.store.rebuild(id).await?;
            report.faults.extend(state.differences.iter().map(|difference| format!("{name}: {difference}")));
        }
        Ok(report)
    }

    pub(crate) async fn company_of(&self, id: CompanyId) -> Result<Stored<Company>, Error> {
        self.store.company(id).await?.ok_or_else(|| Error::not_found("company", id))
    }

    /// The rules in force: the newest version, which allows nothing beyond Assist until somebody signs. Before there is
    /// any, the starter rules in mode Assist.
    pub(crate) async fn rules(&self, company: CompanyId) -> Result<RuleSet, Error> {
        let versions = self.store.rule_sets(company).await?;
        let newest = versions.into_iter().map(|rules| rules.value).max_by_key(|rules| rules.version);
        Ok(newest.unwrap_or_else(|| authority::starter(0, Authority::Assist, None)))
    }

    /// Adds the next version of the rules. Changing the base signs it; the kill switch leaves the signature as it was,
    /// because who may stop everything need not be who answers for the rules.
    async fn add_rules(
        &self,
        changes: Changeset,
        who: &Who,
        base: Option<Authority>,
        stop: Option<bool>,
    ) -> Result<Changeset, Error> {
        let mut rules = self.rules(who.company).await?;
        rules.version += 1;
        let mut words = Vec::new();
        if let Some(stop) = stop {
            rules.kill_switch = stop;
            let what = if stop { "stopped everything automatic" } else { "allowed automatic acts again" };
            words.push(format!("{} {what}", who.user.name));
        }
        if let Some(base) = base {
            rules.base = base;
            rules.signed = Some(Signature { user: who.user.id, name: who.user.name.clone(), at: self.now() });
            words.push(format!("booking is in mode {}, signed by {}", authority::name(base), who.user.name));
        }
        let words = format!("version {} of the rules: {}", rules.version, words.join("; "));
        let mut entry = Entry::new(self.now(), who.actor(), EntryKind::RulesChanged, words);
        entry.rule_version = Some(rules.version);
        Ok(changes.add(rules).entry(entry))
    }

    async fn change_company(
        &self,
        who: &Who,
        edit: impl FnOnce(&mut Company),
        reason: String,
    ) -> Result<(), Error> {
        let mut company = self.company_of(who.company).await?;
        edit(&mut company.value);
        let entry = Entry::new(self.now(), who.actor(), EntryKind::SettingsChanged, reason);
        self.commit(Changeset::new(who.company).change(company.value, company.version).entry(entry)).await?;
        Ok(())
    }

    fn show_company(&self, company: &Company, rules: &RuleSet, position: i64) -> CompanyView {
        let named = |id: String, name: &str| NamedView { id, name: name.to_owned() };
        CompanyView {
            id: company.id.to_string(),
            slug: company.slug.clone(),
            name: company.name.clone(),
            time_zone: company.time_zone.clone(),
            now: self.now(),
            clock: if self.clock.is_demo() { ClockKind::Demo } else { ClockKind::Real },
            speed: self.clock.speed(),
            position,
            units: company.units.iter().map(|unit| named(unit.id.to_string(), &unit.name)).collect(),
            zones: company.zones.iter().map(|zone| named(zone.id.to_string(), &zone.name)).collect(),
            skills: company.skills.iter().map(|skill| named(skill.id.to_string(), &skill.name)).collect(),
            job_types: company.job_types.iter().map(show_job_type).collect(),
            booking_mode: names::authority(rules.base),
            rule_version: rules.version,
            kill_switch: rules.kill_switch,
            board_mode: names::board_mode(company.settings.board_mode),
            settings: show_settings(&company.settings),
            drive_times: if self.drives.is_estimate() { "estimate" } else { "roads" }.to_owned(),
            messenger: self.messenger.name().to_owned(),
        }
    }
}

fn show_job_type(kind: &domain::JobType) -> JobTypeView {
    JobTypeView {
        id: kind.id.to_string(),
        name: kind.name.clone(),
        trade: names::trade(kind.trade),
        unit_id: kind.unit.to_string(),
        duration_minutes: u32::try_from(kind.duration.as_mins()).unwrap_or(u32::MAX),
        typical_value_cents: kind.value.typical.0,
    }
}

fn show_settings(settings: &Settings) -> SettingsView {
    let minutes = |length: SignedDuration| u32::try_from(length.as_mins()).unwrap_or(0);
    SettingsView {
        money_over_driving: settings.money_over_driving,
        max_drive_minutes: minutes(settings.max_drive),
        autolock_minutes: minutes(settings.autolock),
        change_budget: settings.change_budget,
        reservation_minutes: minutes(settings.reservation_time),
    }
}

fn check_settings(new: &SettingsView) -> Result<(), Error> {
    let ranges = [
        ("money_over_driving", u32::from(new.money_over_driving), 0, 100),
        ("max_drive_minutes", new.max_drive_minutes, 5, 240),
        ("autolock_minutes", new.autolock_minutes, 0, 1440),
        ("change_budget", u32::from(new.change_budget), 1, 50),
        ("reservation_minutes", new.reservation_minutes, 1, 1440),
    ];
    match ranges.into_iter().find(|(_, value, least, most)| value < least || value > most) {
        Some((path, _, least, most)) => {
            Err(Error::field(path, format!("use a number from {least} to {most}")))
        }
        None => Ok(()),
    }
}

/// A company that was just set up: open on weekdays, with common windows, nothing else yet.
pub(crate) fn fresh(id: CompanyId, name: &str, time_zone: &str) -> Result<Company, Error> {
    let name = name.trim();
    if name.is_empty() {
        return Err(Error::field("company", "must not be empty"));
    }
    TimeZone::get(time_zone)
        .map_err(|_| Error::field("time_zone", "use an IANA name such as `America/New_York`"))?;
    let at = |hour| civil::time(hour, 0, 0, 0);
    let weekday = Some((at(8), at(18)));
    let windows = [(8, 10), (10, 12), (12, 14), (14, 16), (16, 18)];
    Ok(Company {
        id,
        slug: slug(name)?,
        name: name.to_owned(),
        time_zone: time_zone.to_owned(),
        phone: String::new(),
        shop: Point { lat: 0.0, lon: 0.0 },
        units: Vec::new(),
        hours: BusinessHours {
            week: [weekday, weekday, weekday, weekday, weekday, None, None],
            closed: Vec::new(),
        },
        zones: Vec::new(),
        skills: Vec::new(),
        job_types: Vec::new(),
        windows: windows.map(|(from, to)| WindowPreset { from: at(from), to: at(to) }).to_vec(),
        settings: Settings::default(),
    })
}

fn slug(name: &str) -> Result<String, Error> {
    let kept: String =
        name.to_lowercase().chars().map(|c| if c.is_ascii_alphanumeric() { c } else { ' ' }).collect();
    let slug = kept.split_whitespace().collect::<Vec<_>>().join("-");
    if slug.is_empty() {
        return Err(Error::new(
            Kind::Invalid,
            "invalid",
            "`company`: needs at least one letter or digit from a to z or 0 to 9",
        ));
    }
    Ok(slug)
}
