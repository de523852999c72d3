-- Every row carries its company. `version` is the journal position that last wrote the row. `body` is the record as
-- JSON; the other columns repeat what is searched or constrained. Instants are microseconds since 1970 in UTC.

CREATE TABLE head (
    company INTEGER NOT NULL PRIMARY KEY,
    position INTEGER NOT NULL,
    hash BLOB NOT NULL,
    lead_number INTEGER NOT NULL,
    job_number INTEGER NOT NULL
);

CREATE TABLE company (
    company INTEGER NOT NULL,
    id INTEGER NOT NULL,
    version INTEGER NOT NULL,
    body TEXT NOT NULL,
    slug TEXT NOT NULL UNIQUE,
    PRIMARY KEY (company, id),
    CHECK (company = id)
);

CREATE TABLE technician (
    company INTEGER NOT NULL,
    id INTEGER NOT NULL,
    version INTEGER NOT NULL,
    body TEXT NOT NULL,
    name TEXT NOT NULL,
    PRIMARY KEY (company, id)
);

CREATE TABLE shift (
    company INTEGER NOT NULL,
    id INTEGER NOT NULL,
    version INTEGER NOT NULL,
    body TEXT NOT NULL,
    technician INTEGER NOT NULL,
    starts INTEGER NOT NULL,
    ends INTEGER NOT NULL,
    PRIMARY KEY (company, id),
    CHECK (starts < ends)
);
CREATE INDEX shift_by_time ON shift (company, ends, starts);

CREATE TABLE event (
    company INTEGER NOT NULL,
    id INTEGER NOT NULL,
    version INTEGER NOT NULL,
    body TEXT NOT NULL,
    technician INTEGER NOT NULL,
    starts INTEGER NOT NULL,
    ends INTEGER NOT NULL,
    PRIMARY KEY (company, id),
    CHECK (starts < ends)
);
CREATE INDEX event_by_time ON event (company, ends, starts);

CREATE TABLE customer (
    company INTEGER NOT NULL,
    id INTEGER NOT NULL,
    version INTEGER NOT NULL,
    body TEXT NOT NULL,
    PRIMARY KEY (company, id)
);

CREATE TABLE customer_phone (
    company INTEGER NOT NULL,
    phone TEXT NOT NULL,
    customer INTEGER NOT NULL,
    PRIMARY KEY (company, phone, customer)
);
CREATE INDEX customer_phone_by_customer ON customer_phone (company, customer);

CREATE TABLE location (
    company INTEGER NOT NULL,
    id INTEGER NOT NULL,
    version INTEGER NOT NULL,
    body TEXT NOT NULL,
    customer INTEGER NOT NULL,
    PRIMARY KEY (company, id)
);
CREATE INDEX location_by_customer ON location (company, customer);

CREATE TABLE lead (
    company INTEGER NOT NULL,
    id INTEGER NOT NULL,
    version INTEGER NOT NULL,
    body TEXT NOT NULL,
    number INTEGER NOT NULL,
    state TEXT NOT NULL,
    open INTEGER NOT NULL,
    received INTEGER NOT NULL,
    last_contact INTEGER NOT NULL,
    fingerprint TEXT NOT NULL,
    owner INTEGER,
    PRIMARY KEY (company, id),
    UNIQUE (company, number)
);
CREATE INDEX lead_by_state ON lead (company, open, last_contact);
CREATE INDEX lead_by_fingerprint ON lead (company, fingerprint, last_contact);

CREATE TABLE lead_phone (
    company INTEGER NOT NULL,
    phone TEXT NOT NULL,
    lead INTEGER NOT NULL,
    PRIMARY KEY (company, phone, lead)
);
CREATE INDEX lead_phone_by_lead ON lead_phone (company, lead);

CREATE TABLE contact (
    company INTEGER NOT NULL,
    id INTEGER NOT NULL,
    version INTEGER NOT NULL,
    body TEXT NOT NULL,
    lead INTEGER NOT NULL,
    received INTEGER NOT NULL,
    PRIMARY KEY (company, id)
);
CREATE INDEX contact_by_lead ON contact (company, lead, received);

CREATE TABLE job (
    company INTEGER NOT NULL,
    id INTEGER NOT NULL,
    version INTEGER NOT NULL,
    body TEXT NOT NULL,
    number INTEGER NOT NULL,
    customer INTEGER NOT NULL,
    location INTEGER NOT NULL,
    job_type INTEGER NOT NULL,
    lead INTEGER,
    PRIMARY KEY (company, id),
    UNIQUE (company, number)
);
CREATE INDEX job_by_customer ON job (company, customer);
CREATE INDEX job_by_lead ON job (company, lead);

CREATE TABLE appointment (
    company INTEGER NOT NULL,
    id INTEGER NOT NULL,
    version INTEGER NOT NULL,
    body TEXT NOT NULL,
    job INTEGER NOT NULL,
    state TEXT NOT NULL,
    technician INTEGER,
    starts INTEGER,
    ends INTEGER,
    window_start INTEGER NOT NULL,
    window_end INTEGER NOT NULL,
    reach_start INTEGER NOT NULL,
    reach_end INTEGER NOT NULL,
    finished INTEGER,
    PRIMARY KEY (company, id),
    CHECK (window_start < window_end),
    CHECK (starts < ends)
);
CREATE INDEX appointment_by_time ON appointment (company, reach_end, reach_start);
CREATE INDEX appointment_by_job ON appointment (company, job);
CREATE INDEX appointment_by_finish ON appointment (company, finished);

CREATE TABLE reservation (
    company INTEGER NOT NULL,
    id INTEGER NOT NULL,
    version INTEGER NOT NULL,
    body TEXT NOT NULL,
    lead INTEGER NOT NULL,
    state TEXT NOT NULL,
    until INTEGER,
    reach_start INTEGER NOT NULL,
    reach_end INTEGER NOT NULL,
    PRIMARY KEY (company, id)
);
CREATE INDEX reservation_by_end ON reservation (until);
CREATE INDEX reservation_by_lead ON reservation (company, lead);

CREATE TABLE suggestion (
    company INTEGER NOT NULL,
    id INTEGER NOT NULL,
    version INTEGER NOT NULL,
    body TEXT NOT NULL,
    appointment INTEGER NOT NULL,
    state TEXT NOT NULL,
    made INTEGER NOT NULL,
    PRIMARY KEY (company, id)
);
CREATE INDEX suggestion_by_state ON suggestion (company, state, made);
CREATE INDEX suggestion_by_visit ON suggestion (company, appointment, made);

CREATE TABLE message (
    company INTEGER NOT NULL,
    id INTEGER NOT NULL,
    version INTEGER NOT NULL,
    body TEXT NOT NULL,
    lead INTEGER NOT NULL,
    state TEXT NOT NULL,
    PRIMARY KEY (company, id)
);
CREATE INDEX message_by_lead ON message (company, lead);
CREATE INDEX message_by_state ON message (company, state);

CREATE TABLE escalation (
    company INTEGER NOT NULL,
    id INTEGER NOT NULL,
    version INTEGER NOT NULL,
    body TEXT NOT NULL,
    lead INTEGER NOT NULL,
    state TEXT NOT NULL,
    life_safety INTEGER NOT NULL,
    due INTEGER NOT NULL,
    PRIMARY KEY (company, id)
);
CREATE INDEX escalation_by_state ON escalation (company, state, due);
CREATE INDEX escalation_by_lead ON escalation (company, lead);

CREATE TABLE rule_set (
    company INTEGER NOT NULL,
    id INTEGER NOT NULL,
    version INTEGER NOT NULL,
    body TEXT NOT NULL,
    signed INTEGER NOT NULL,
    PRIMARY KEY (company, id)
);

CREATE TABLE account (
    company INTEGER NOT NULL,
    id INTEGER NOT NULL,
    version INTEGER NOT NULL,
    body TEXT NOT NULL,
    email TEXT NOT NULL,
    PRIMARY KEY (company, id),
    UNIQUE (company, email)
);
CREATE INDEX account_by_email ON account (email);

-- The planned spans `[starts, ends)` that count as busy; the holder is an appointment, an event or a reservation.
CREATE TABLE occupancy (
    company INTEGER NOT NULL,
    holder TEXT NOT NULL,
    holder_id INTEGER NOT NULL,
    technician INTEGER NOT NULL,
    starts INTEGER NOT NULL,
    ends INTEGER NOT NULL,
    version INTEGER NOT NULL,
    PRIMARY KEY (company, holder, holder_id),
    CHECK (starts < ends)
);
CREATE INDEX occupancy_by_technician ON occupancy (company, technician, starts);

-- The spans that stand already do not overlap, so only the last one that starts before the new end can reach into it.
CREATE TRIGGER occupancy_insert BEFORE INSERT ON occupancy
WHEN (SELECT ends FROM occupancy
      WHERE company = NEW.company AND technician = NEW.technician AND starts < NEW.ends
      ORDER BY starts DESC LIMIT 1) > NEW.starts
BEGIN
    SELECT RAISE(ABORT, 'occupancy_overlap');
END;
CREATE TRIGGER occupancy_update BEFORE UPDATE ON occupancy
WHEN (SELECT ends FROM occupancy
      WHERE company = NEW.company AND technician = NEW.technician AND starts < NEW.ends AND rowid <> OLD.rowid
      ORDER BY starts DESC LIMIT 1) > NEW.starts
BEGIN
    SELECT RAISE(ABORT, 'occupancy_overlap');
END;

CREATE TABLE journal (
    company INTEGER NOT NULL,
    position INTEGER NOT NULL,
    at INTEGER NOT NULL,
    kind TEXT NOT NULL,
    actor TEXT NOT NULL,
    body TEXT NOT NULL,
    changes TEXT NOT NULL,
    prev_hash BLOB NOT NULL,
    hash BLOB NOT NULL,
    PRIMARY KEY (company, position)
);

-- What is written in the journal stays as it is.
CREATE TRIGGER journal_update BEFORE UPDATE ON journal
BEGIN
    SELECT RAISE(ABORT, 'the journal is append-only');
END;
CREATE TRIGGER journal_delete BEFORE DELETE ON journal
BEGIN
    SELECT RAISE(ABORT, 'the journal is append-only');
END;

CREATE TABLE journal_subject (
    company INTEGER NOT NULL,
    noun TEXT NOT NULL,
    id INTEGER NOT NULL,
    position INTEGER NOT NULL,
    PRIMARY KEY (company, noun, id, position)
);

CREATE TABLE outbox (
    company INTEGER NOT NULL,
    message INTEGER NOT NULL,
    due INTEGER NOT NULL,
    attempts INTEGER NOT NULL,
    token INTEGER NOT NULL,
    lease_until INTEGER,
    last_error TEXT,
    PRIMARY KEY (company, message)
);
CREATE INDEX outbox_by_due ON outbox (due);

CREATE TABLE task (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    company INTEGER NOT NULL,
    kind TEXT NOT NULL,
    task_key TEXT,
    payload TEXT NOT NULL,
    run_at INTEGER NOT NULL,
    again_at INTEGER,
    attempts INTEGER NOT NULL,
    token INTEGER NOT NULL,
    lease_until INTEGER,
    last_error TEXT
);
CREATE UNIQUE INDEX task_by_key ON task (company, kind, task_key) WHERE task_key IS NOT NULL;
CREATE INDEX task_by_time ON task (run_at);

CREATE TABLE dead_task (
    id INTEGER NOT NULL PRIMARY KEY,
    company INTEGER NOT NULL,
    kind TEXT NOT NULL,
    task_key TEXT,
    payload TEXT NOT NULL,
    attempts INTEGER NOT NULL,
    error TEXT NOT NULL,
    died INTEGER NOT NULL
);
CREATE INDEX dead_task_by_company ON dead_task (company, died);

CREATE TABLE idempotency (
    company INTEGER NOT NULL,
    idempotency_key TEXT NOT NULL,
    request TEXT NOT NULL,
    answer TEXT NOT NULL,
    at INTEGER NOT NULL,
    PRIMARY KEY (company, idempotency_key)
);
CREATE INDEX idempotency_by_age ON idempotency (at);

CREATE TABLE credential (
    company INTEGER NOT NULL,
    account INTEGER NOT NULL,
    hash TEXT NOT NULL,
    PRIMARY KEY (company, account)
);

CREATE TABLE session (
    token_hash BLOB NOT NULL PRIMARY KEY,
    company INTEGER NOT NULL,
    account INTEGER NOT NULL,
    csrf TEXT NOT NULL,
    created INTEGER NOT NULL,
    expires INTEGER NOT NULL
);
CREATE INDEX session_by_account ON session (company, account);
CREATE INDEX session_by_end ON session (expires);

CREATE TABLE sign_in_link (
    token_hash BLOB NOT NULL PRIMARY KEY,
    company INTEGER NOT NULL,
    account INTEGER NOT NULL,
    expires INTEGER NOT NULL
);
CREATE INDEX sign_in_link_by_end ON sign_in_link (expires);
