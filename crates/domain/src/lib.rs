//! The nouns of dispatch and their rules.
//!
//! This crate is the dictionary of the house: a company with its business units, zones, job types and technicians;
//! a lead that becomes a booking and then a job; appointments with the arrival window that was promised; the board on
//! which they stand, and the moves that change it. Every state is an enum that carries its facts, every value that
//! exists makes sense, and every "no" is a named [`Refusal`].
//!
//! It never reads a clock, a database or a network: time, identity and drive times come in as arguments.
//!
//! Where to start: [`lead::Lead`] for the first walk (a request comes in and is booked), [`board::Board::apply`] for
//! the second (moves are applied to the board or refused by name).

pub mod appointment;
pub mod authority;
pub mod board;
pub mod company;
pub mod customer;
pub mod event;
pub mod geo;
pub mod id;
pub mod job;
pub mod job_type;
pub mod journal;
pub mod lead;
pub mod message;
pub mod money;
pub mod moves;
pub mod reading;
pub mod refusal;
pub mod reservation;
pub mod rules;
pub mod settings;
pub mod shift;
pub mod suggestion;
pub mod technician;
pub mod time;
pub mod user;
pub mod zone;

pub use appointment::{Appointment, AppointmentState, HoldReason, Lock, LockKind, Placement};
pub use authority::{Authority, BoardMode, Escalation, Verdict};
pub use board::{Applied, Board, DriveTimes, Visit};
pub use company::{BusinessHours, BusinessUnit, Company, WindowPreset};
pub use customer::{Address, Customer, CustomerClass, Location};
pub use event::NonJobEvent;
pub use geo::Point;
pub use id::*;
pub use job::Job;
pub use job_type::{JobType, Skill, SkillNeed, Trade, ValueRange};
pub use journal::{Actor, Entry, EntryKind, Subject};
pub use lead::{Channel, ContactEvent, Lead, LeadState, Speaker, Turn};
pub use message::{Message, MessageState, Purpose};
pub use money::Cents;
pub use moves::Move;
pub use reading::{Confidence, Gap, Hazard, HazardClass, Reading, Readings, Source, Triage, Urgency, Wish};
pub use refusal::Refusal;
pub use reservation::{Reservation, ReservationState};
pub use settings::Settings;
pub use shift::{Shift, ShiftKind};
pub use suggestion::{Alternative, Gain, LedgerLine, Suggestion, SuggestionState, Term};
pub use technician::{EndPlace, SkillHeld, Technician};
pub use time::{ArrivalWindow, Span};
pub use user::{Permission, Role, User};
pub use zone::{Area, Zone};

pub use jiff::{SignedDuration, Timestamp, civil, tz};
