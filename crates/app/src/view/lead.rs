//! Inbox and approvals.

use super::{FindingView, MessageView, TimelineEntry};
use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

/// What the public form sends. Unknown fields are refused.
#[derive(Debug, Clone, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct FormRequest {
    /// Name.
    pub name: String,
    /// Phone, in any spelling.
    pub phone: String,
    /// E-mail address.
    #[serde(default)]
    pub email: Option<String>,
    /// Address, in any spelling.
    #[serde(default)]
    pub address: Option<String>,
    /// What is wanted.
    pub message: String,
    /// When, in their words.
    #[serde(default)]
    pub preferred_time: Option<String>,
}

/// The answer to a request that was stored.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct Received {
    /// The lead's number as people say it: `L208`.
    pub reference: String,
    /// Whether it joined a lead that was already there.
    pub repeated: bool,
    /// What to do first when the words sound dangerous; shown before anything else.
    pub instruction: Option<String>,
    /// The language it is written in, to answer in it: `en` or `es`.
    pub language: String,
}

/// The inbox.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct LeadList {
    /// By risk, value and age: what needs a person first comes first.
    pub leads: Vec<LeadSummary>,
    /// How many leads are open.
    pub open: u32,
    /// How many wait for an approval.
    pub awaiting_approval: u32,
    /// How many are emergencies or escalations that nobody took.
    pub unattended: u32,
    /// How many tasks were given up and wait for an owner or manager: `GET /api/v1/tasks?state=dead`.
    pub given_up: u32,
}

/// One line of the inbox.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct LeadSummary {
    /// Id.
    pub id: String,
    /// Number as people say it: `L208`.
    pub reference: String,
    /// `call`, `voicemail`, `sms`, `chat`, `form`, `email`, `marketplace` or `manual`.
    pub channel: String,
    /// State name: `new`, `collecting`, `ready`, `recommended`, `reserved`, `awaiting_approval`, `booked`, `emergency`, `escalated`, …
    pub state: String,
    /// Why it stands there.
    pub why: String,
    /// When it came in.
    pub received: Timestamp,
    /// When the latest contact came in.
    pub last_contact: Timestamp,
    /// How many contacts it has.
    pub contacts: u32,
    /// Name, or the phone or address it came from.
    pub who: String,
    /// The problem in one line, in their words.
    pub problem: String,
    /// `emergency`, `urgent`, `routine`, `none`; absent until read.
    pub urgency: Option<String>,
    /// Job type name; absent when unclear.
    pub job_type: Option<String>,
    /// What the job is expected to bring, in cents; absent when unclear.
    pub value_cents: Option<i64>,
    /// Hazard classes found.
    pub hazards: Vec<String>,
    /// When a person should have acted; absent when nobody has to.
    pub due: Option<Timestamp>,
    /// The account that took it.
    pub owner: Option<String>,
    /// What they asked for, in their words, when no window could be given then.
    pub wish_missed: Option<String>,
}

/// A lead with everything about it.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct LeadDetail {
    /// The line of the inbox.
    pub summary: LeadSummary,
    /// Contacts, oldest first.
    pub contacts: Vec<ContactView>,
    /// What was understood. Offsets are UTF-16 code units of the turn's text, as JavaScript counts.
    pub readings: Vec<ReadingView>,
    /// Dangers found, with what to tell the customer first.
    pub hazards: Vec<HazardView>,
    /// What a booking still needs: `name`, `phone`, `address`, `address_not_found`, `out_of_area`, `job_type`,
    /// `wished_time`.
    pub gaps: Vec<String>,
    /// Why only a person may answer: `complaint`, `refund`, …
    pub person_only: Vec<String>,
    /// The next best question to the customer.
    pub question: Option<String>,
    /// Why it was triaged like this.
    pub reasons: Vec<String>,
    /// Recommended windows, best first. Empty when it is incomplete or nothing fits.
    pub windows: Vec<WindowView>,
    /// What authority concluded; absent until it was asked.
    pub verdict: Option<VerdictView>,
    /// The reservation that is kept for it.
    pub reservation: Option<ReservationView>,
    /// The job it became.
    pub job: Option<JobRef>,
    /// Messages drafted, queued and sent.
    pub messages: Vec<MessageView>,
    /// The open escalation.
    pub escalation: Option<EscalationView>,
    /// What happened, newest first.
    pub timeline: Vec<TimelineEntry>,
}

/// One contact.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct ContactView {
    /// Id.
    pub id: String,
    /// Channel.
    pub channel: String,
    /// When.
    pub received: Timestamp,
    /// The conversation. Turns are numbered through all contacts of the lead, in this order.
    pub turns: Vec<TurnView>,
    /// What the channel tells of the sender, as `field: value`.
    pub fields: Vec<FieldView>,
}

/// One turn.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct TurnView {
    /// Number of the turn within the lead, from 0.
    pub turn: u32,
    /// `customer` or `agent`.
    pub speaker: String,
    /// Text.
    pub text: String,
}

/// A field of a form.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct FieldView {
    /// Name of the field.
    pub field: String,
    /// Its value.
    pub value: String,
}

/// One thing that was understood.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct ReadingView {
    /// `name`, `phone`, `email`, `address`, `trade`, `job_type`, `urgency`, `problem`, `want`, `avoid`, `soonest`,
    /// `unusable_time`, `access`.
    pub field: String,
    /// As people read it.
    pub value: String,
    /// 0 to 1.
    pub confidence: f64,
    /// `words`, `field` or `person`.
    pub from: String,
    /// The turn of the words.
    pub turn: Option<u32>,
    /// First UTF-16 unit of the words in the turn's text.
    pub start: Option<u32>,
    /// First unit after them.
    pub end: Option<u32>,
    /// The words, or the name of the field.
    pub words: String,
}

/// A danger.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct HazardView {
    /// `gas`, `carbon_monoxide`, `fire`, `flood`, `vulnerable`, `structure`, `garage_door`, `person`; `not_read` when
    /// the words were not read, so that no danger is ruled out.
    pub class: String,
    /// What to tell the customer first.
    pub instruction: String,
    /// The turn of the words.
    pub turn: u32,
    /// First UTF-16 unit.
    pub start: u32,
    /// First unit after.
    pub end: u32,
    /// The words.
    pub words: String,
}

/// An arrival window that fits the board.
#[derive(Debug, Clone, PartialEq, Serialize, ToSchema)]
pub struct WindowView {
    /// From.
    pub start: Timestamp,
    /// To.
    pub end: Timestamp,
    /// `Tue 24 Nov 8:00–10:00`.
    pub label: String,
    /// Added driving.
    pub drive_minutes: i64,
    /// Expected value less driving, in cents.
    pub value_cents: i64,
    /// How many technicians could take it.
    pub technicians: u32,
    /// Whether it is one the customer wished for.
    pub wished: bool,
    /// The confirmation that goes with it; in approvals only, when they can be reached.
    pub message: Option<String>,
    /// Why it stands where it stands in the list.
    pub because: String,
}

/// What authority concluded.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct VerdictView {
    /// `draft`, `reserve`, `book`, `ask` or `escalate`.
    pub action: String,
    /// `assist`, `approve` or `auto`.
    pub authority: String,
    /// Version of the rules.
    pub rule_version: u32,
    /// How it was reached.
    pub trace: Vec<FindingView>,
}

/// A kept slot.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct ReservationView {
    /// Id.
    pub id: String,
    /// The window.
    pub start: Timestamp,
    /// Its end.
    pub end: Timestamp,
    /// `Tue 24 Nov 8:00–10:00`.
    pub label: String,
    /// When it expires; absent while an approval is open.
    pub until: Option<Timestamp>,
    /// `held`, `booked`, `released` or `expired`.
    pub state: String,
    /// The provisional technician.
    pub technician: String,
    /// The provisional start.
    pub planned_start: Timestamp,
}

/// A job by name.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, ToSchema)]
pub struct JobRef {
    /// Id.
    pub id: String,
    /// `J114`.
    pub reference: String,
    /// Its first open appointment.
    pub appointment_id: String,
    /// Company date of its window, `YYYY-MM-DD`.
    pub date: String,
}

/// An open escalation.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct EscalationView {
    /// Id.
    pub id: String,
    /// Why.
    pub reason: String,
    /// Whether lives are at stake.
    pub life_safety: bool,
    /// When it was raised.
    pub raised: Timestamp,
    /// When a person should have taken it.
    pub due: Timestamp,
    /// `open`, `taken` or `closed`.
    pub state: String,
    /// Who took it.
    pub taken_by: Option<String>,
}

/// Corrections by a person; absent parts stay.
#[derive(Debug, Clone, Default, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct LeadEdit {
    /// Name.
    #[serde(default)]
    pub name: Option<String>,
    /// Phone.
    #[serde(default)]
    pub phone: Option<String>,
    /// E-mail.
    #[serde(default)]
    pub email: Option<String>,
    /// Address in one line.
    #[serde(default)]
    pub address: Option<String>,
    /// Job type id.
    #[serde(default)]
    pub job_type_id: Option<String>,
    /// Urgency.
    #[serde(default)]
    pub urgency: Option<String>,
    /// When they would like it, as they would say it: `Tuesday after 3`, `any day but Thursday`. It replaces every wish.
    #[serde(default)]
    pub preferred_time: Option<String>,
}

/// A window that a person chose for a lead.
#[derive(Debug, Clone, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct ChosenWindow {
    /// From.
    pub start: Timestamp,
    /// To.
    pub end: Timestamp,
}

/// Why a lead is put aside.
#[derive(Debug, Clone, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct Dismissal {
    /// `dismissed`, `not_a_lead`, `lost`, `unreachable`, `opted_out` or `closed`.
    pub state: String,
    /// Why.
    pub reason: String,
}

/// What was done about an escalation.
#[derive(Debug, Clone, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct Outcome {
    /// In a sentence.
    pub outcome: String,
}

/// The approvals queue.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct ApprovalList {
    /// Oldest first.
    pub approvals: Vec<ApprovalView>,
}

/// A proposed booking that waits for a person.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct ApprovalView {
    /// Id of the lead.
    pub lead_id: String,
    /// The version of all that is shown here; send it back with the decision.
    pub as_of: i64,
    /// The line of the inbox.
    pub lead: LeadSummary,
    /// Address.
    pub address: String,
    /// The window that is kept.
    pub reservation: ReservationView,
    /// Other windows that fit, best first, each with the confirmation that goes with it.
    pub windows: Vec<WindowView>,
    /// The confirmation that will be sent for the window that is kept.
    pub message: Option<MessageView>,
    /// What authority concluded.
    pub verdict: VerdictView,
}

/// A person's decision on a proposed booking.
#[derive(Debug, Clone, Default, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct ApprovalDecision {
    /// `approve` or `reject`.
    pub decision: String,
    /// Why; asked for when rejecting.
    #[serde(default)]
    pub reason: Option<String>,
    /// Another text for the confirmation.
    #[serde(default)]
    pub message: Option<String>,
    /// Another window.
    #[serde(default)]
    pub window: Option<ChosenWindow>,
    /// `as_of` of the approval that was shown; refused with `case_changed` when it is not that any more.
    #[serde(default)]
    pub as_of: Option<i64>,
    /// Send the text even though it names another day or hour than the window.
    #[serde(default)]
    pub message_confirmed: bool,
}
