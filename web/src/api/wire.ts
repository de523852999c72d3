// The shapes of the API as the server writes them. `npm run schema` makes `schema.d.ts` with the same names from the
// OpenAPI document; `types.ts` says which of the two is used.

/** An RFC 3339 instant in UTC. */
type Instant = string;
type Maybe<T> = T | null | undefined;

export interface components {
  schemas: {
    SignIn: { email: string; password: string };
    FirstOwner: { company: string; time_zone: string; name: string; email: string; password: string };
    SessionView: { user: S['UserView']; csrf: string; permissions: string[] };
    UserView: { id: string; email: string; name: string; role: string; active: boolean };
    NewUser: { email: string; name: string; role: string; password: string };

    CompanyView: {
      id: string; slug: string; name: string; time_zone: string; now: Instant; clock: S['ClockKind']; speed: number; position: number;
      units: S['NamedView'][]; zones: S['NamedView'][]; skills: S['NamedView'][]; job_types: S['JobTypeView'][];
      booking_mode: string; rule_version: number; kill_switch: boolean; board_mode: string; settings: S['SettingsView'];
      drive_times: string; messenger: string;
    };
    ClockKind: 'real' | 'demo';
    NamedView: { id: string; name: string };
    JobTypeView: { id: string; name: string; trade: string; unit_id: string; duration_minutes: number; typical_value_cents: number };
    SettingsView: {
      money_over_driving: number; max_drive_minutes: number; autolock_minutes: number; change_budget: number; reservation_minutes: number;
    };
    ModeChange: { booking?: string | null; board?: string | null; kill_switch?: boolean | null };

    LeadList: { leads: S['LeadSummary'][]; open: number; awaiting_approval: number; unattended: number };
    LeadSummary: {
      id: string; reference: string; channel: string; state: string; why: string; received: Instant; last_contact: Instant; contacts: number;
      who: string; problem: string; urgency?: Maybe<string>; job_type?: Maybe<string>; value_cents?: Maybe<number>; hazards: string[];
      due?: Maybe<Instant>; owner?: Maybe<string>;
    };
    LeadDetail: {
      summary: S['LeadSummary']; contacts: S['ContactView'][]; readings: S['ReadingView'][]; hazards: S['HazardView'][]; gaps: string[];
      person_only: string[]; question?: Maybe<string>; reasons: string[]; windows: S['WindowView'][]; verdict?: Maybe<S['VerdictView']>;
      reservation?: Maybe<S['ReservationView']>; job?: Maybe<S['JobRef']>; messages: S['MessageView'][];
      escalation?: Maybe<S['EscalationView']>; timeline: S['TimelineEntry'][];
    };
    ContactView: { id: string; channel: string; received: Instant; turns: S['TurnView'][]; fields: S['FieldView'][] };
    TurnView: { turn: number; speaker: string; text: string };
    FieldView: { field: string; value: string };
    ReadingView: {
      field: string; value: string; confidence: number; from: string; turn?: Maybe<number>; start?: Maybe<number>; end?: Maybe<number>;
      words: string;
    };
    HazardView: { class: string; instruction: string; turn: number; start: number; end: number; words: string };
    WindowView: {
      start: Instant; end: Instant; label: string; drive_minutes: number; value_cents: number; technicians: number; wished: boolean;
      because: string;
    };
    VerdictView: { action: string; authority: string; rule_version: number; trace: S['FindingView'][] };
    ReservationView: {
      id: string; start: Instant; end: Instant; label: string; until?: Maybe<Instant>; state: string; technician: string; planned_start: Instant;
    };
    JobRef: { id: string; reference: string; appointment_id: string; date: string };
    EscalationView: {
      id: string; reason: string; life_safety: boolean; raised: Instant; due: Instant; state: string; taken_by?: Maybe<string>;
    };
    LeadEdit: {
      name?: string | null; phone?: string | null; email?: string | null; address?: string | null; job_type_id?: string | null;
      urgency?: string | null;
    };
    ChosenWindow: { start: Instant; end: Instant };
    Dismissal: { state: string; reason: string };
    Outcome: { outcome: string };
    ApprovalList: { approvals: S['ApprovalView'][] };
    ApprovalView: {
      lead_id: string; lead: S['LeadSummary']; address: string; reservation: S['ReservationView']; windows: S['WindowView'][];
      message?: Maybe<S['MessageView']>; verdict: S['VerdictView'];
    };
    ApprovalDecision: { decision: string; reason?: string | null; message?: string | null; window?: S['ChosenWindow'] | null };

    BoardView: {
      date: string; day_start: Instant; day_end: Instant; open?: Maybe<S['SpanView']>; now: Instant; position: number;
      technicians: S['TechnicianView'][]; visits: S['VisitView'][]; events: S['EventView'][]; reservations: S['HeldView'][];
      drive_minutes: number; value_cents: number;
    };
    SpanView: { start: Instant; end: Instant };
    TechnicianView: {
      id: string; name: string; unit_ids: string[]; zone_ids: string[]; skills: string[]; managed: boolean; shifts: S['ShiftView'][]; load: number;
    };
    ShiftView: { kind: string; start: Instant; end: Instant; reason?: Maybe<string> };
    VisitView: {
      id: string; job_id: string; reference: string; job_type: string; trade: string; unit_id: string; customer: string; address: string;
      zip: string; zone?: Maybe<string>; summary: string; urgency: string; value_cents: number; state: string; technician_id?: Maybe<string>;
      start?: Maybe<Instant>; end?: Maybe<Instant>; window: S['SpanView']; duration_minutes: number; drive_minutes?: Maybe<number>;
      lock?: Maybe<string>; planned: boolean; kept_because?: Maybe<string>; told: boolean; alerts: string[]; note?: Maybe<string>;
    };
    EventView: { id: string; technician_id: string; title: string; start: Instant; end: Instant; movable: boolean };
    HeldView: { id: string; lead_id: string; technician_id: string; start: Instant; end: Instant; window: S['SpanView'] };
    MovesRequest: { moves: S['MoveInput'][]; override_reason?: string | null };
    MoveInput:
      | { move: 'assign'; appointment_id: string; technician_id: string; start: Instant }
      | { move: 'unassign'; appointment_id: string; reason: string }
      | { move: 'lock'; appointment_id: string; kind: string }
      | { move: 'unlock'; appointment_id: string }
      | { move: 'advance'; appointment_id: string; step: string }
      | { move: 'hold'; appointment_id: string; reason: string }
      | { move: 'resume'; appointment_id: string; window: S['SpanView'] }
      | { move: 'cancel'; appointment_id: string; reason: string }
      | { move: 'shift_event'; event_id: string; start: Instant };
    MovesResult: { position: number; undoable: boolean; overridden: S['RefusalView'][]; visits: S['VisitView'][] };
    MovesPreview: { refusals: S['RefusalView'][]; drive_minutes: number; value_cents: number; jobs: number };
    UndoRequest: { position: number };
    VisitDetail: {
      visit: S['VisitView']; phone?: Maybe<string>; access: string; lead_id?: Maybe<string>; booked: Instant; suggestion_id?: Maybe<string>;
      timeline: S['TimelineEntry'][];
    };
    TechnicianRanking: { technicians: S['RankedTechnician'][] };
    RankedTechnician: {
      technician_id: string; name: string; verdict: string; start?: Maybe<Instant>; drive_minutes?: Maybe<number>;
      behind_cents?: Maybe<number>; refusals: S['RefusalView'][];
    };

    SuggestRequest: { appointment_id: string };
    SuggestionView: {
      id: string; appointment_id: string; state: string; message: S['Notice']; alternatives: S['AlternativeView'][]; made: Instant;
      took_ms: number; based_on: number; new_jobs_since: number;
    };
    Notice: { code: string; title: string; evidence: string[]; next: string };
    AlternativeView: { moves: S['MoveView'][]; gain: S['GainView']; reasons: string[] };
    GainView: { jobs: number; drive_seconds: number; value_cents: number; moves: number };
    MoveView: {
      kind: string; appointment_id?: Maybe<string>; event_id?: Maybe<string>; reference: string; technician_id?: Maybe<string>;
      technician?: Maybe<string>; start?: Maybe<Instant>; end?: Maybe<Instant>; from_technician_id?: Maybe<string>;
      from_technician?: Maybe<string>; from_start?: Maybe<Instant>; words: string;
    };
    Acceptance: { alternative: number; moves?: number[] | null };
    Figures: { gain: S['GainView']; refusals: S['RefusalView'][] };
    AcceptedView: { position: number; message: S['Notice']; gain: S['GainView'] };
    StandingView: { mode: string; gain: S['GainView']; appointment_ids: string[] };
    RefusalView: { code: string; words: string; about?: Maybe<string>; can_override: boolean };

    TimelineEntry: {
      position: number; at: Instant; kind: string; actor: string; mode?: Maybe<string>; reason: string; subjects: S['SubjectView'][];
      rule_version?: Maybe<number>; trace: S['FindingView'][]; undoable: boolean;
    };
    SubjectView: { noun: string; id: string };
    FindingView: { code: string; rule?: Maybe<number>; most?: Maybe<string>; words: string };
    MessageView: { id: string; to: string; text: string; state: string; at?: Maybe<Instant>; note?: Maybe<string> };
  };
}

type S = components['schemas'];
