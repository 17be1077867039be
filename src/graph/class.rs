//! Errors of the Graph shape, sorted by what helps: the table of reference 9.

/// The row of reference 9 that an error belongs to, named after what helps.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ErrorClass {
    /// The token is dead; a new login helps.
    LoginNeeded(LoginReason),
    /// A permission is missing.
    Permission,
    /// The messaging window is closed; only the person can open it.
    WindowClosed,
    /// The account is restricted for a while.
    Restricted,
    /// Another app owns the thread.
    ThreadOwnedElsewhere,
    /// The account has no role on the app, or the app no Advanced Access.
    NoRole,
    /// A parameter is wrong.
    InvalidParameter,
    /// The object does not exist or may not be seen.
    ObjectMissing,
    /// Not an Instagram-scoped id of this account.
    RecipientUnknown,
    /// The account is not a professional one.
    NotProfessional,
    /// The comment cannot be answered privately.
    CommentNotReplyable,
    /// The comment was answered privately before.
    AlreadyReplied,
    /// The API cannot message this person.
    RecipientNotMessageable,
    /// The account's owner switched off "Allow access to messages".
    MessageAccessOff,
    /// The person has not agreed to show their profile.
    ConsentMissing,
    /// The person blocked the account or is deactivated.
    PersonUnavailable,
    /// The app lacks a capability.
    Capability,
    /// A path that does not exist: igbot's fault.
    UnknownPath,
    /// Several images in one message are not enabled for the account.
    ImagesOneByOne,
    /// The media file is too large.
    MediaTooLarge,
    /// The media file is gone.
    MediaMissing,
    /// The link in the text is refused.
    LinkRefused,
    /// Blocked for policy reasons.
    PolicyBlock,
    /// Too many calls.
    RateLimited,
    /// Temporary, or not known to be anything else.
    Temporary,
    /// An error, although the message was sent.
    SentAnyway,
    /// The message was deleted or is too old to be read.
    MessageGone,
    /// A definite error without a row of its own.
    Other,
}

/// Why a token is dead.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum LoginReason {
    /// No reason given, or the token is garbage.
    Invalid,
    /// The person removed the app.
    AppRemoved,
    /// Instagram wants the person to pass a checkpoint first.
    Checkpoint,
    /// The password was changed, or the session ended for security.
    PasswordChanged,
    /// Its 60 days are over.
    Expired,
    /// The account is not confirmed.
    Unconfirmed,
    /// The person lost their role.
    RoleLost,
}

impl ErrorClass {
    /// Whether every message of the account would be refused alike.
    pub fn concerns_account(self) -> bool {
        matches!(
            self,
            Self::LoginNeeded(_)
                | Self::Restricted
                | Self::NotProfessional
                | Self::MessageAccessOff
        )
    }

    /// Whether that is likely; but it may be one message, or one person without a role on the app.
    pub fn may_concern_account(self) -> bool {
        matches!(self, Self::PolicyBlock | Self::NoRole | Self::Capability | Self::UnknownPath)
    }

    /// Whether the same message may be taken once something else has changed: the account, a permission, or
    /// what the person has done.
    pub fn may_be_taken_later(self) -> bool {
        self.concerns_account()
            || self.may_concern_account()
            || matches!(
                self,
                Self::RateLimited
                    | Self::Permission
                    | Self::WindowClosed
                    | Self::ThreadOwnedElsewhere
                    | Self::ConsentMissing
            )
    }

    /// Finds the row of reference 9: by the codes, then by `is_transient`, then by the status.
    pub(super) fn of(
        code: Option<i64>,
        subcode: Option<i64>,
        message: &str,
        transient: bool,
        status: u16,
    ) -> Self {
        let without_row = || match transient {
            true => Self::Temporary,
            false => Self::of_status(status),
        };
        let Some(code) = code else {
            return without_row();
        };
        match (code, subcode) {
            (190, reason) => Self::LoginNeeded(match reason {
                Some(458) => LoginReason::AppRemoved,
                Some(459) => LoginReason::Checkpoint,
                Some(460) => LoginReason::PasswordChanged,
                Some(463) => LoginReason::Expired,
                Some(464) => LoginReason::Unconfirmed,
                Some(492) => LoginReason::RoleLost,
                _ => LoginReason::Invalid,
            }),
            (102, _) => Self::LoginNeeded(LoginReason::Invalid),
            (10, Some(2_534_022 | 2_018_278 | 2_018_108)) => Self::WindowClosed,
            (9_000_001, _) | (_, Some(9_000_001)) => Self::MessageGone,
            (10, Some(1_893_063)) => Self::Restricted,
            (10, Some(2_018_300)) | (_, Some(2_534_037)) => Self::ThreadOwnedElsewhere,
            (200, Some(2_534_041)) => Self::MessageAccessOff,
            (10 | 200..=229, _) => Self::Permission,
            (100 | 803, Some(33)) | (803, _) => Self::ObjectMissing,
            (100, Some(2_534_014)) => Self::RecipientUnknown,
            (100, Some(2_534_013)) => Self::NotProfessional,
            (100, Some(2_534_025)) => Self::CommentNotReplyable,
            (100, Some(2_534_029)) => Self::RecipientNotMessageable,
            (2_534_068, _) | (_, Some(2_534_068)) => Self::ImagesOneByOne,
            (100, None) if message.starts_with("Unsupported request") => Self::NoRole,
            (100, _) => Self::InvalidParameter,
            (-1, Some(2_534_023)) | (10_903, _) => Self::AlreadyReplied,
            (230, _) => Self::ConsentMissing,
            (551, _) => Self::PersonUnavailable,
            (3, _) => Self::Capability,
            (2500, _) => Self::UnknownPath,
            (36_000, _) => Self::MediaTooLarge,
            (24, Some(2_207_006)) => Self::MediaMissing,
            (25, Some(2_207_050)) => Self::Restricted,
            (508, Some(2_534_122)) => Self::LinkRefused,
            (368, _) => Self::PolicyBlock,
            (4 | 17 | 32 | 341 | 613 | 80_001..=80_014, _) => Self::RateLimited,
            (1, Some(1_357_046)) => Self::SentAnyway,
            (1 | 2 | -1, _) => Self::Temporary,
            // A send that ends like this may have arrived: taken for refused, it would be repeated.
            _ => without_row(),
        }
    }

    /// What a status says when nothing better is there.
    pub(super) fn of_status(status: u16) -> Self {
        match status {
            429 => Self::RateLimited,
            500.. => Self::Temporary,
            _ => Self::Other,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_row_of_the_reference_has_its_class() {
        use ErrorClass::*;
        for (code, subcode, expected) in [
            (190, None, LoginNeeded(LoginReason::Invalid)),
            (190, Some(458), LoginNeeded(LoginReason::AppRemoved)),
            (190, Some(459), LoginNeeded(LoginReason::Checkpoint)),
            (190, Some(460), LoginNeeded(LoginReason::PasswordChanged)),
            (190, Some(463), LoginNeeded(LoginReason::Expired)),
            (190, Some(464), LoginNeeded(LoginReason::Unconfirmed)),
            (190, Some(467), LoginNeeded(LoginReason::Invalid)),
            (190, Some(492), LoginNeeded(LoginReason::RoleLost)),
            (102, None, LoginNeeded(LoginReason::Invalid)),
            (10, None, Permission),
            (10, Some(2_534_022), WindowClosed),
            (10, Some(2_018_278), WindowClosed),
            (10, Some(2_018_108), WindowClosed),
            (10, Some(1_893_063), Restricted),
            (10, Some(2_018_300), ThreadOwnedElsewhere),
            (100, None, InvalidParameter),
            (100, Some(33), ObjectMissing),
            (803, None, ObjectMissing),
            (100, Some(2_534_014), RecipientUnknown),
            (100, Some(2_534_013), NotProfessional),
            (100, Some(2_534_013), NotProfessional),
            (100, Some(2_534_025), CommentNotReplyable),
            (-1, Some(2_534_023), AlreadyReplied),
            (10_903, None, AlreadyReplied),
            (100, Some(2_534_029), RecipientNotMessageable),
            (100, Some(2_534_037), ThreadOwnedElsewhere),
            (200, None, Permission),
            (200, Some(2_534_041), MessageAccessOff),
            (230, None, ConsentMissing),
            (551, None, PersonUnavailable),
            (551, Some(1_545_041), PersonUnavailable),
            (3, Some(2_228_054), Capability),
            (2500, None, UnknownPath),
            (100, Some(2_534_068), ImagesOneByOne),
            (36_000, Some(2_207_004), MediaTooLarge),
            (508, Some(2_534_122), LinkRefused),
            (368, None, PolicyBlock),
            (4, None, RateLimited),
            (17, Some(2_446_079), RateLimited),
            (32, None, RateLimited),
            (341, None, RateLimited),
            (613, Some(2_534_040), RateLimited),
            (80_002, None, RateLimited),
            (80_014, None, RateLimited),
            (1, None, Temporary),
            (2, None, Temporary),
            (-1, None, Temporary),
            (1, Some(1_357_046), SentAnyway),
            (9_000_001, None, MessageGone),
            (100, Some(9_000_001), MessageGone),
            (25, Some(2_207_050), Restricted),
            (24, Some(2_207_006), MediaMissing),
        ] {
            // Neither the text nor the flag nor the status counts beside codes that are known.
            for (transient, status) in [(false, 400), (true, 500), (true, 200)] {
                let class = ErrorClass::of(Some(code), subcode, "any language", transient, status);
                assert_eq!(class, expected, "{code}/{subcode:?}");
            }
        }
        for (transient, status, expected) in [
            (false, 400, Other),
            (false, 200, Other),
            (false, 500, Temporary),
            (true, 400, Temporary),
        ] {
            for code in [Some(424_242), None] {
                assert_eq!(ErrorClass::of(code, None, "", transient, status), expected, "{status}");
            }
        }
        let text = "Unsupported request - method type: get";
        assert_eq!(ErrorClass::of(Some(100), None, text, false, 400), NoRole);
        assert_eq!(ErrorClass::of(None, None, "", false, 429), RateLimited);
        assert_eq!(ErrorClass::of(None, None, "", false, 502), Temporary);
    }
}
