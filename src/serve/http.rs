//! The service's own address: health, figures, and the webhook.

use std::net::SocketAddr;
use std::sync::{Arc, OnceLock};
use std::time::Duration;

use axum::Router;
use axum::body::to_bytes;
use axum::extract::{Request, State};
use axum::http::{StatusCode, header};
use axum::response::{IntoResponse, Response};
use axum::routing::{get, post};
use secrecy::{ExposeSecret as _, SecretString};
use subtle::ConstantTimeEq as _;
use tokio::net::TcpListener;
use tokio::sync::{mpsc, oneshot, watch};

use super::clerk::Event;
use super::metrics::Metrics;
use super::polling::understand;
use crate::channels::telegram::incoming::Me;
use crate::store::SqliteStore;

/// Largest update that is read. The platform's own are far smaller.
const BODY_BYTES_MAX: usize = 1 << 20;
const BODY_WITHIN: Duration = Duration::from_secs(10);
/// Polls come back after 50 seconds at the latest, and a webhook is asked about every minute; what was not heard of for longer than
/// this is in trouble.
const HEARD_WITHIN: Duration = Duration::from_secs(150);
const SECRET_HEADER: &str = "x-telegram-bot-api-secret-token";

/// What the routes work with.
#[derive(Clone)]
pub struct Routes {
    pub store: SqliteStore,
    pub metrics: Arc<Metrics>,
    pub clerk: mpsc::UnboundedSender<Event>,
    /// The path at which updates come in, where they do.
    pub webhook: Option<String>,
    /// Set when updates may come in.
    pub opened: Arc<OnceLock<Webhook>>,
}

/// How updates come in.
pub struct Webhook {
    pub secret: SecretString,
    pub me: Me,
}

/// Serves until `stop` says so.
///
/// # Errors
/// A connection that cannot be accepted at all.
pub async fn run(listener: TcpListener, routes: Routes, mut stop: watch::Receiver<bool>) -> std::io::Result<()> {
    let mut router = Router::new().route("/healthz", get(healthy)).route("/readyz", get(ready)).route("/metrics", get(metrics));
    if let Some(path) = &routes.webhook {
        router = router.route(path, post(update));
    }
    let router = router.with_state(routes);
    let stopped = async move {
        let _ = stop.wait_for(|stop| *stop).await;
    };
    axum::serve(listener, router).with_graceful_shutdown(stopped).await
}

/// Opens the address.
///
/// # Errors
/// An address that is in use or not this machine's.
pub async fn listen(address: SocketAddr) -> std::io::Result<TcpListener> {
    TcpListener::bind(address).await
}

async fn healthy() -> &'static str {
    "ok\n"
}

/// Ready: the database answers, and updates come in.
async fn ready(State(routes): State<Routes>) -> Response {
    if routes.store.last_outgoing().await.is_err() {
        return (StatusCode::SERVICE_UNAVAILABLE, "the database does not answer\n").into_response();
    }
    match routes.metrics.since_fetched() {
        None => (StatusCode::SERVICE_UNAVAILABLE, "no updates were fetched yet\n").into_response(),
        Some(since) if since > HEARD_WITHIN => {
            (StatusCode::SERVICE_UNAVAILABLE, format!("the platform was heard of {} s ago\n", since.as_secs())).into_response()
        }
        Some(since) => format!("ready: the platform was heard of {} s ago\n", since.as_secs()).into_response(),
    }
}

async fn metrics(State(routes): State<Routes>) -> Response {
    let kind = "application/openmetrics-text; version=1.0.0; charset=utf-8";
    ([(header::CONTENT_TYPE, kind)], routes.metrics.text()).into_response()
}

/// An update: 200 only when it is durable.
async fn update(State(routes): State<Routes>, request: Request) -> StatusCode {
    let Some(webhook) = routes.opened.get() else { return StatusCode::SERVICE_UNAVAILABLE };
    let given = request.headers().get(SECRET_HEADER).map(|value| value.as_bytes()).unwrap_or_default();
    // However much of it is right, a wrong secret takes as long. Nothing is read of a body that comes without it.
    if !bool::from(given.ct_eq(webhook.secret.expose_secret().as_bytes())) {
        return StatusCode::UNAUTHORIZED;
    }
    let body = match tokio::time::timeout(BODY_WITHIN, to_bytes(request.into_body(), BODY_BYTES_MAX)).await {
        Ok(Ok(body)) => body,
        Ok(Err(_)) => return StatusCode::PAYLOAD_TOO_LARGE,
        Err(_) => return StatusCode::REQUEST_TIMEOUT,
    };
    let Ok(text) = std::str::from_utf8(&body) else { return StatusCode::BAD_REQUEST };
    let (number, arrival) = understand(text, &webhook.me);
    let Some(number) = number else { return StatusCode::BAD_REQUEST };
    let skipped = if arrival.is_some() { Vec::new() } else { vec![number] };
    let (done, durable) = oneshot::channel();
    let told = routes.clerk.send(Event::Arrived { arrivals: arrival.into_iter().collect(), skipped, done });
    if told.is_err() || durable.await.is_err() {
        return StatusCode::SERVICE_UNAVAILABLE;
    }
    routes.metrics.fetched();
    StatusCode::OK
}
