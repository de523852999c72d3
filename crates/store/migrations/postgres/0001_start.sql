-- Every row carries its company. `version` is the journal position that last wrote the row. `body` is the record as
-- JSON; the other columns repeat what is searched or constrained. Instants are microseconds since 1970 in UTC.

-- For equality of numbers inside a gist index.
CREATE EXTENSION IF NOT EXISTS btree_gist;

CREATE TABLE head (
    company BIGINT NOT NULL PRIMARY KEY,
    position BIGINT NOT NULL,
    hash BYTEA NOT NULL,
    lead_number BIGINT NOT NULL,
    job_number BIGINT NOT NULL
);

CREATE TABLE company (
    company BIGINT NOT NULL,
    id BIGINT NOT NULL,
    version BIGINT NOT NULL,
    body TEXT NOT NULL,
    slug TEXT NOT NULL UNIQUE,
    PRIMARY KEY (company, id),
    CHECK (company = id)
);

CREATE TABLE technician (
    company BIGINT NOT NULL,
    id BIGINT NOT NULL,
    version BIGINT NOT NULL,
    body TEXT NOT NULL,
    name TEXT NOT NULL,
    PRIMARY KEY (company, id)
);

CREATE TABLE shift (
    company BIGINT NOT NULL,
    id BIGINT NOT NULL,
    version BIGINT NOT NULL,
    body TEXT NOT NULL,
    technician BIGINT NOT NULL,
    starts BIGINT NOT NULL,
    ends BIGINT NOT NULL,
    PRIMARY KEY (company, id),
    CHECK (starts < ends)
);
CREATE INDEX shift_by_time ON shift (company, ends, starts);

CREATE TABLE event (
    company BIGINT NOT NULL,
    id BIGINT NOT NULL,
    version BIGINT NOT NULL,
    body TEXT NOT NULL,
    technician BIGINT NOT NULL,
    starts BIGINT NOT NULL,
    ends BIGINT NOT NULL,
    PRIMARY KEY (company, id),
    CHECK (starts < ends)
);
CREATE INDEX event_by_time ON event (company, ends, starts);

CREATE TABLE customer (
    company BIGINT NOT NULL,
    id BIGINT NOT NULL,
    version BIGINT NOT NULL,
    body TEXT NOT NULL,
    PRIMARY KEY (company, id)
);

CREATE TABLE customer_phone (
    company BIGINT NOT NULL,
    phone TEXT NOT NULL,
    customer BIGINT NOT NULL,
    PRIMARY KEY (company, phone, customer)
);
CREATE INDEX customer_phone_by_customer ON customer_phone (company, customer);

CREATE TABLE location (
    company BIGINT NOT NULL,
    id BIGINT NOT NULL,
    version BIGINT NOT NULL,
    body TEXT NOT NULL,
    customer BIGINT NOT NULL,
    PRIMARY KEY (company, id)
);
CREATE INDEX location_by_customer ON location (company, customer);

CREATE TABLE lead (
    company BIGINT NOT NULL,
    id BIGINT NOT NULL,
    version BIGINT NOT NULL,
    body TEXT NOT NULL,
    number BIGINT NOT NULL,
    state TEXT NOT NULL,
    open BIGINT NOT NULL,
    received BIGINT NOT NULL,
    last_contact BIGINT NOT NULL,
    fingerprint TEXT NOT NULL,
    owner BIGINT,
    PRIMARY KEY (company, id),
    UNIQUE (company, number)
);
CREATE INDEX lead_by_state ON lead (company, open, last_contact);
CREATE INDEX lead_by_fingerprint ON lead (company, fingerprint, last_contact);

CREATE TABLE lead_phone (
    company BIGINT NOT NULL,
    phone TEXT NOT NULL,
    lead BIGINT NOT NULL,
    PRIMARY KEY (company, phone, lead)
);
CREATE INDEX lead_phone_by_lead ON lead_phone (company, lead);

CREATE TABLE contact (
    company BIGINT NOT NULL,
    id BIGINT NOT NULL,
    version BIGINT NOT NULL,
    body TEXT NOT NULL,
    lead BIGINT NOT NULL,
    received BIGINT NOT NULL,
    PRIMARY KEY (company, id)
);
CREATE INDEX contact_by_lead ON contact (company, lead, received);

CREATE TABLE job (
    company BIGINT NOT NULL,
    id BIGINT NOT NULL,
    version BIGINT NOT NULL,
    body TEXT NOT NULL,
    number BIGINT NOT NULL,
    customer BIGINT NOT NULL,
    location BIGINT NOT NULL,
    job_type BIGINT NOT NULL,
    lead BIGINT,
    PRIMARY KEY (company, id),
    UNIQUE (company, number)
);
CREATE INDEX job_by_customer ON job (company, customer);
CREATE INDEX job_by_lead ON job (company, lead);

CREATE TABLE appointment (
    company BIGINT NOT NULL,
    id BIGINT NOT NULL,
    version BIGINT NOT NULL,
    body TEXT NOT NULL,
    job BIGINT NOT NULL,
    state TEXT NOT NULL,
    technician BIGINT,
    starts BIGINT,
    ends BIGINT,
    window_start BIGINT NOT NULL,
    window_end BIGINT NOT NULL,
    reach_start BIGINT NOT NULL,
    reach_end BIGINT NOT NULL,
    finished BIGINT,
    PRIMARY KEY (company, id),
    CHECK (window_start < window_end),
    CHECK (starts < ends)
);
CREATE INDEX appointment_by_time ON appointment (company, reach_end, reach_start);
CREATE INDEX appointment_by_job ON appointment (company, job);
CREATE INDEX appointment_by_finish ON appointment (company, finished);

CREATE TABLE reservation (
    company BIGINT NOT NULL,
    id BIGINT NOT NULL,
    version BIGINT NOT NULL,
    body TEXT NOT NULL,
    lead BIGINT NOT NULL,
    state TEXT NOT NULL,
    until BIGINT,
    reach_start BIGINT NOT NULL,
    reach_end BIGINT NOT NULL,
    PRIMARY KEY (company, id)
);
CREATE INDEX reservation_by_end ON reservation (until);
CREATE INDEX reservation_by_lead ON reservation (company, lead);

CREATE TABLE suggestion (
    company BIGINT NOT NULL,
    id BIGINT NOT NULL,
    version BIGINT NOT NULL,
    body TEXT NOT NULL,
    appointment BIGINT NOT NULL,
    state TEXT NOT NULL,
    made BIGINT NOT NULL,
    PRIMARY KEY (company, id)
);
CREATE INDEX suggestion_by_state ON suggestion (company, state, made);
CREATE INDEX suggestion_by_visit ON suggestion (company, appointment, made);

CREATE TABLE message (
    company BIGINT NOT NULL,
    id BIGINT NOT NULL,
    version BIGINT NOT NULL,
    body TEXT NOT NULL,
    lead BIGINT NOT NULL,
    state TEXT NOT NULL,
    PRIMARY KEY (company, id)
);
CREATE INDEX message_by_lead ON message (company, lead);
CREATE INDEX message_by_state ON message (company, state);

CREATE TABLE escalation (
    company BIGINT NOT NULL,
    id BIGINT NOT NULL,
    version BIGINT NOT NULL,
    body TEXT NOT NULL,
    lead BIGINT NOT NULL,
    state TEXT NOT NULL,
    life_safety BIGINT NOT NULL,
    due BIGINT NOT NULL,
    PRIMARY KEY (company, id)
);
CREATE INDEX escalation_by_state ON escalation (company, state, due);
CREATE INDEX escalation_by_lead ON escalation (company, lead);

CREATE TABLE rule_set (
    company BIGINT NOT NULL,
    id BIGINT NOT NULL,
    version BIGINT NOT NULL,
    body TEXT NOT NULL,
    signed BIGINT NOT NULL,
    PRIMARY KEY (company, id)
);

CREATE TABLE account (
    company BIGINT NOT NULL,
    id BIGINT NOT NULL,
    version BIGINT NOT NULL,
    body TEXT NOT NULL,
    email TEXT NOT NULL,
    PRIMARY KEY (company, id),
    UNIQUE (company, email)
);
CREATE INDEX account_by_email ON account (email);

-- The planned spans `[starts, ends)` that count as busy; the holder is an appointment, an event or a reservation.
CREATE TABLE occupancy (
    company BIGINT NOT NULL,
    holder TEXT NOT NULL,
    holder_id BIGINT NOT NULL,
    technician BIGINT NOT NULL,
    starts BIGINT NOT NULL,
    ends BIGINT NOT NULL,
    version BIGINT NOT NULL,
    PRIMARY KEY (company, holder, holder_id),
    CHECK (starts < ends),
    CONSTRAINT occupancy_overlap
        EXCLUDE USING gist (company WITH =, technician WITH =, int8range(starts, ends) WITH &&)
        DEFERRABLE INITIALLY DEFERRED
);
CREATE INDEX occupancy_by_technician ON occupancy (company, technician, starts);

CREATE TABLE journal (
    company BIGINT NOT NULL,
    position BIGINT NOT NULL,
    at BIGINT NOT NULL,
    kind TEXT NOT NULL,
    actor TEXT NOT NULL,
    body TEXT NOT NULL,
    changes TEXT NOT NULL,
    prev_hash BYTEA NOT NULL,
    hash BYTEA NOT NULL,
    PRIMARY KEY (company, position)
);

-- What is written in the journal stays as it is.
CREATE FUNCTION journal_is_append_only() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'the journal is append-only';
END;
$$;
CREATE TRIGGER journal_update BEFORE UPDATE ON journal FOR EACH ROW EXECUTE FUNCTION journal_is_append_only();
CREATE TRIGGER journal_delete BEFORE DELETE ON journal FOR EACH ROW EXECUTE FUNCTION journal_is_append_only();

CREATE TABLE journal_subject (
    company BIGINT NOT NULL,
    noun TEXT NOT NULL,
    id BIGINT NOT NULL,
    position BIGINT NOT NULL,
    PRIMARY KEY (company, noun, id, position)
);

CREATE TABLE outbox (
    company BIGINT NOT NULL,
    message BIGINT NOT NULL,
    due BIGINT NOT NULL,
    attempts BIGINT NOT NULL,
    token BIGINT NOT NULL,
    lease_until BIGINT,
    last_error TEXT,
    PRIMARY KEY (company, message)
);
CREATE INDEX outbox_by_due ON outbox (due);

CREATE TABLE task (
    id BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    company BIGINT NOT NULL,
    kind TEXT NOT NULL,
    task_key TEXT,
    payload TEXT NOT NULL,
    run_at BIGINT NOT NULL,
    again_at BIGINT,
    attempts BIGINT NOT NULL,
    token BIGINT NOT NULL,
    lease_until BIGINT,
    last_error TEXT
);
CREATE UNIQUE INDEX task_by_key ON task (company, kind, task_key) WHERE task_key IS NOT NULL;
CREATE INDEX task_by_time ON task (run_at);

CREATE TABLE dead_task (
    id BIGINT NOT NULL PRIMARY KEY,
    company BIGINT NOT NULL,
    kind TEXT NOT NULL,
    task_key TEXT,
    payload TEXT NOT NULL,
    attempts BIGINT NOT NULL,
    error TEXT NOT NULL,
    died BIGINT NOT NULL
);
CREATE INDEX dead_task_by_company ON dead_task (company, died);

CREATE TABLE idempotency (
    company BIGINT NOT NULL,
    idempotency_key TEXT NOT NULL,
    request TEXT NOT NULL,
    answer TEXT NOT NULL,
    at BIGINT NOT NULL,
    PRIMARY KEY (company, idempotency_key)
);
CREATE INDEX idempotency_by_age ON idempotency (at);

CREATE TABLE credential (
    company BIGINT NOT NULL,
    account BIGINT NOT NULL,
    hash TEXT NOT NULL,
    PRIMARY KEY (company, account)
);

CREATE TABLE session (
    token_hash BYTEA NOT NULL PRIMARY KEY,
    company BIGINT NOT NULL,
    account BIGINT NOT NULL,
    csrf TEXT NOT NULL,
    created BIGINT NOT NULL,
    expires BIGINT NOT NULL
);
CREATE INDEX session_by_account ON session (company, account);
CREATE INDEX session_by_end ON session (expires);

CREATE TABLE sign_in_link (
    token_hash BYTEA NOT NULL PRIMARY KEY,
    company BIGINT NOT NULL,
    account BIGINT NOT NULL,
    expires BIGINT NOT NULL
);
CREATE INDEX sign_in_link_by_end ON sign_in_link (expires);
