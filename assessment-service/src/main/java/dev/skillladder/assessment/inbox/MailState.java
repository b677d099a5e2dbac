package dev.skillladder.assessment.inbox;

/** Whether a notice also goes out as mail. */
enum MailState {
    /** No server was configured, or the person reads no mail or the notice already. */
    NONE,
    /** To be sent when it is due; an attempt in progress is due again after a while. */
    WAITING,
    /** The server took it. */
    SENT,
    /** The server refused it too often. */
    GIVEN_UP
}
