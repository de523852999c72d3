//! The binary `dispatch-assist`.

use std::process::ExitCode;

fn main() -> ExitCode {
    server::commands::main()
}
