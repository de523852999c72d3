//! One box that finds whoever is on the phone: by number, name, phone in any spelling, or address; on any day.

use crate::App;
use crate::access::Who;
use crate::error::Error;
use crate::inbox::spoken;
use crate::view::{SearchHit, SearchResult};
use domain::{Company, CustomerId, Job, Lead, Permission};
use std::collections::HashSet;

/// How many of a kind are shown.
const SHOWN: usize = 8;
/// How many records are looked at for a text that may stand in another part of them.
const LOOKED_AT: u32 = 200;
/// A number this short is no phone: `J7733`.
const PHONE_DIGITS: usize = 4;
/// Longest text that is looked for, in characters.
const LONGEST: usize = 100;

impl App {
    /// Visits of any day, leads, customers and technicians that a text names.
    ///
    /// # Errors
    /// `forbidden`, `unavailable`, or a field error for a text that is too long.
    pub async fn search(&self, who: &Who, text: &str) -> Result<SearchResult, Error> {
        who.require(Permission::SeeBoard)?;
        let text = text.trim();
        if text.chars().count() > LONGEST {
            return Err(Error::field("q", format!("is longer than {LONGEST} characters")));
        }
        let company = self.company_of(who.company).await?.value;
        let mut found =
            Found { company: &company, hits: Vec::new(), jobs: HashSet::new(), leads: HashSet::new() };
        if text.chars().count() >= 2 {
            self.by_number(&mut found, text).await?;
            self.technicians_named(&mut found, text).await?;
            self.customers_like(&mut found, text).await?;
            self.leads_like(&mut found, text).await?;
        }
        Ok(SearchResult { hits: found.hits })
    }

    async fn by_number(&self, found: &mut Found<'_>, text: &str) -> Result<(), Error> {
        let digits = text.trim_start_matches(['J', 'j', 'L', 'l', '#']);
        let Ok(number) = digits.parse::<u32>() else { return Ok(()) };
        let first = text.chars().next().map(|first| first.to_ascii_lowercase());
        if first != Some('l')
            && let Some(job) = self.store.job_by_number(found.company.id, number).await?
        {
            self.add_job_hit(found, &job.value).await?;
        }
        if first != Some('j')
            && let Some(lead) = self.store.lead_by_number(found.company.id, number).await?
        {
            found.add_lead(&lead.value);
        }
        Ok(())
    }

    async fn technicians_named(&self, found: &mut Found<'_>, text: &str) -> Result<(), Error> {
        let technicians = self.store.technicians(found.company.id).await?;
        let named = technicians.iter().filter(|one| holds(&one.value.name, text)).take(SHOWN);
        for technician in named {
            let units = technician.value.units.iter().filter_map(|id| found.company.unit(*id));
            let units: Vec<&str> = units.map(|unit| unit.name.as_str()).collect();
            found.hits.push(SearchHit {
                kind: "technician".to_owned(),
                id: technician.value.id.to_string(),
                title: technician.value.name.clone(),
                detail: units.join(", "),
                date: None,
            });
        }
        Ok(())
    }

    /// Customers by name, phone, e-mail or address, each with their latest visits.
    async fn customers_like(&self, found: &mut Found<'_>, text: &str) -> Result<(), Error> {
        let (id, wanted) = (found.company.id, Wanted::of(text));
        let mut customers: Vec<CustomerId> = Vec::new();
        for customer in self.store.find_customers(id, wanted.stored(), LOOKED_AT).await? {
            let customer = customer.value;
            let phones = customer.phones.iter().chain(&customer.emails);
            if wanted.is_in([customer.name.as_str()].into_iter().chain(phones.map(String::as_str))) {
                customers.push(customer.id);
            }
        }
        if wanted.digits.is_none() {
            for location in self.store.find_locations(id, text, LOOKED_AT).await? {
                let location = location.value;
                if holds(&location.address.to_string(), text) && !customers.contains(&location.customer) {
                    customers.push(location.customer);
                }
            }
        }
        for customer in customers.into_iter().take(SHOWN) {
            let Some(customer) = self.store.customer(id, customer).await? else { continue };
            let customer = customer.value;
            let places = self.store.locations_of(id, customer.id).await?;
            let place = places.first().map(|place| place.value.address.to_string());
            let phone = customer.phones.first().map(|phone| spoken(phone));
            let detail: Vec<String> = [phone, place].into_iter().flatten().collect();
            found.hits.push(SearchHit {
                kind: "customer".to_owned(),
                id: customer.id.to_string(),
                title: customer.name,
                detail: detail.join(" · "),
                date: None,
            });
            for job in self.store.jobs_of_customer(id, customer.id).await?.into_iter().take(3) {
                self.add_job_hit(found, &job.value).await?;
            }
        }
        Ok(())
    }

    async fn leads_like(&self, found: &mut Found<'_>, text: &str) -> Result<(), Error> {
        let wanted = Wanted::of(text);
        let mut shown = 0;
        for lead in self.store.find_leads(found.company.id, wanted.stored(), LOOKED_AT).await? {
            let readings = &lead.value.readings;
            let name = readings.name.as_ref().map(|name| name.value.clone());
            let address = readings.address.as_ref().map(|address| address.value.to_string());
            let phones = readings.phones.iter().chain(&readings.emails).map(|one| one.value.clone());
            let parts: Vec<String> = name.into_iter().chain(address).chain(phones).collect();
            if shown < SHOWN && wanted.is_in(parts.iter().map(String::as_str)) {
                found.add_lead(&lead.value);
                shown += 1;
            }
        }
        Ok(())
    }

    /// The visit of a job that matters: the first that is open, else the last.
    async fn add_job_hit(&self, found: &mut Found<'_>, job: &Job) -> Result<(), Error> {
        if !found.jobs.insert(job.id) {
            return Ok(());
        }
        let visits = self.store.appointments_of(found.company.id, job.id).await?;
        let over = |state: &domain::AppointmentState| {
            matches!(state, domain::AppointmentState::Done { .. } | domain::AppointmentState::Canceled { .. })
        };
        let Some(visit) = visits.iter().find(|visit| !over(&visit.value.state)).or_else(|| visits.last())
        else {
            return Ok(());
        };
        let customer = self.store.customer(found.company.id, job.customer).await?;
        let name = customer.map_or_else(String::new, |customer| format!(" · {}", customer.value.name));
        let kind = found.company.job_type(job.job_type).map_or("", |kind| kind.name.as_str());
        let window = visit.value.window;
        let at = visit.value.state.placement().map_or(window.start(), |at| at.start);
        let state = visit.value.state.name().replace('_', " ");
        found.hits.push(SearchHit {
            kind: "visit".to_owned(),
            id: visit.value.id.to_string(),
            title: format!("J{} {kind}{name}", job.number),
            detail: format!("{} · {state}", window.label(&found.company.zone_of_time())),
            date: Some(found.company.date(at).to_string()),
        });
        Ok(())
    }
}

/// What was found so far.
struct Found<'a> {
    company: &'a Company,
    hits: Vec<SearchHit>,
    jobs: HashSet<domain::JobId>,
    leads: HashSet<domain::LeadId>,
}

impl Found<'_> {
    fn add_lead(&mut self, lead: &Lead) {
        if !self.leads.insert(lead.id) {
            return;
        }
        let readings = &lead.readings;
        let name = readings.name.as_ref().map(|name| name.value.clone());
        let phone = readings.phones.first().map(|phone| spoken(&phone.value));
        let who = name.or_else(|| phone.clone()).unwrap_or_else(|| "Unknown caller".to_owned());
        let state = lead.status.state.name().replace('_', " ");
        self.hits.push(SearchHit {
            kind: "lead".to_owned(),
            id: lead.id.to_string(),
            title: format!("L{} {who}", lead.number),
            detail: [Some(state), phone].into_iter().flatten().collect::<Vec<_>>().join(" · "),
            date: None,
        });
    }
}

/// A text that is looked for; the digits when it is a phone.
struct Wanted<'a> {
    text: &'a str,
    digits: Option<String>,
}

impl<'a> Wanted<'a> {
    fn of(text: &'a str) -> Wanted<'a> {
        let is_phone = text.chars().all(|one| one.is_ascii_digit() || " +-().".contains(one));
        let digits: String = text.chars().filter(char::is_ascii_digit).collect();
        Wanted { text, digits: (is_phone && digits.len() >= PHONE_DIGITS).then_some(digits) }
    }

    /// What stands in a stored record: phones are kept as `+16145550127`.
    fn stored(&self) -> &str {
        self.digits.as_deref().unwrap_or(self.text)
    }

    fn is_in<'p>(&self, mut parts: impl Iterator<Item = &'p str>) -> bool {
        parts.any(|part| holds(part, self.stored()))
    }
}

fn holds(whole: &str, part: &str) -> bool {
    whole.to_lowercase().contains(&part.to_lowercase())
}
