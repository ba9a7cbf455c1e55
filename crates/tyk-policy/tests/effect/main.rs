//! What a policy will really do: what a key gets, which requests pass, what becomes of traffic (policy-model.md sections 4 to
//! 7b).
#![cfg(test)]

mod given;
mod grants;
mod keys;
mod naive;
#[cfg(not(target_arch = "wasm32"))]
mod numbered;
mod paths;
#[cfg(not(target_arch = "wasm32"))]
mod properties;
mod rights;
mod shapes;
mod smoothing;
mod traffic;
mod words;
