//! Which request of the policy a command makes.

/// A request of the policy.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Asked {
    /// What Send sends.
    Send,
    /// Reading the stored policy back.
    ReadBack,
    /// Searching the policies for its name.
    Search,
    /// The first page of all policies.
    List,
    /// Deleting the stored policy.
    Delete,
    /// Making a key that the policy applies to.
    Key,
    /// The same in the older form.
    OlderKey,
    /// Sending it to an open source Gateway's own interface.
    ToGateway,
    /// Making that Gateway read its policies anew.
    Reload,
}

impl Asked {
    /// All of them, in the order of the control.
    pub const ALL: [Self; 9] = [
        Self::Send,
        Self::ReadBack,
        Self::Search,
        Self::List,
        Self::Delete,
        Self::Key,
        Self::OlderKey,
        Self::ToGateway,
        Self::Reload,
    ];
}
