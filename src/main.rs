fn main() -> std::process::ExitCode {
    igbot::cli::run()
}
