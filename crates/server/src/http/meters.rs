//! Counts requests for `/metrics`, in the text format of Prometheus.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::sync::Mutex;
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::Duration;

/// Upper bounds of the latency buckets, in seconds: 1 ms is a page from memory, 50 ms our promise for suggestions.
const BOUNDS: [f64; 12] = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1.0, 2.5, 10.0];

/// Method, route as declared, status.
type Key = (String, String, u16);

/// What was counted since the start of the process.
#[derive(Debug, Default)]
pub(crate) struct Meters {
    requests: Mutex<BTreeMap<Key, Histogram>>,
    acknowledged: AtomicU64,
    streams: AtomicU64,
}

#[derive(Debug, Default, Clone)]
struct Histogram {
    buckets: [u64; BOUNDS.len()],
    count: u64,
    seconds: f64,
}

impl Meters {
    /// A request was answered. `route` is the declared path, never the asked one: its values have no bound.
    pub(crate) fn answered(&self, method: &str, route: &str, status: u16, took: Duration) {
        let mut requests = self.requests.lock().expect("nobody panics while holding it");
        let histogram = requests.entry((method.to_owned(), route.to_owned(), status)).or_default();
        let seconds = took.as_secs_f64();
        for (bucket, bound) in histogram.buckets.iter_mut().zip(BOUNDS) {
            *bucket += u64::from(seconds <= bound);
        }
        histogram.count += 1;
        histogram.seconds += seconds;
    }

    /// A request for work is on the disk and was acknowledged.
    pub(crate) fn acknowledged(&self) {
        self.acknowledged.fetch_add(1, Ordering::Relaxed);
    }

    /// A live stream was opened.
    pub(crate) fn stream_opened(&self) {
        self.streams.fetch_add(1, Ordering::Relaxed);
    }

    /// A live stream was closed.
    pub(crate) fn stream_closed(&self) {
        self.streams.fetch_sub(1, Ordering::Relaxed);
    }

    /// All counts as text.
    pub(crate) fn write(&self) -> String {
        let mut text = String::new();
        let mut line = |words: std::fmt::Arguments<'_>| {
            text.write_fmt(words).expect("writing into a string does not fail");
            text.push('\n');
        };
        line(format_args!("# HELP dispatch_http_request_seconds Time from request to answer."));
        line(format_args!("# TYPE dispatch_http_request_seconds histogram"));
        for ((method, route, status), histogram) in
            self.requests.lock().expect("nobody panics while holding it").iter()
        {
            let labels = format!("method=\"{method}\",route=\"{route}\",status=\"{status}\"");
            for (bucket, bound) in histogram.buckets.iter().zip(BOUNDS) {
                line(format_args!(
                    "dispatch_http_request_seconds_bucket{{{labels},le=\"{bound}\"}} {bucket}"
                ));
            }
            let Histogram { count, seconds, .. } = histogram;
            line(format_args!("dispatch_http_request_seconds_bucket{{{labels},le=\"+Inf\"}} {count}"));
            line(format_args!("dispatch_http_request_seconds_sum{{{labels}}} {seconds}"));
            line(format_args!("dispatch_http_request_seconds_count{{{labels}}} {count}"));
        }
        line(format_args!(
            "# HELP dispatch_intake_acknowledged_total Requests for work stored and acknowledged."
        ));
        line(format_args!("# TYPE dispatch_intake_acknowledged_total counter"));
        line(format_args!(
            "dispatch_intake_acknowledged_total {}",
            self.acknowledged.load(Ordering::Relaxed)
        ));
        line(format_args!("# HELP dispatch_live_streams Browsers that follow live."));
        line(format_args!("# TYPE dispatch_live_streams gauge"));
        line(format_args!("dispatch_live_streams {}", self.streams.load(Ordering::Relaxed)));
        text
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_answer_falls_into_every_bucket_that_is_long_enough() {
        let meters = Meters::default();
        meters.answered("GET", "/api/v1/leads/{id}", 200, Duration::from_millis(30));
        meters.acknowledged();
        let text = meters.write();
        let labels = "method=\"GET\",route=\"/api/v1/leads/{id}\",status=\"200\"";
        assert!(text.contains(&format!("_bucket{{{labels},le=\"0.025\"}} 0\n")), "{text}");
        assert!(text.contains(&format!("_bucket{{{labels},le=\"0.05\"}} 1\n")), "{text}");
        assert!(text.contains(&format!("_count{{{labels}}} 1\n")), "{text}");
        assert!(text.contains("dispatch_intake_acknowledged_total 1\n"), "{text}");
    }
}
