//! The `beian-bot` program.

fn main() -> std::process::ExitCode {
    beian_bot::cli::run()
}
