-- What was left open on earlier days is asked for with every board of today, and is little among all that was done.
CREATE INDEX appointment_left_open ON appointment (company, window_start) WHERE state NOT IN ('done', 'canceled');
