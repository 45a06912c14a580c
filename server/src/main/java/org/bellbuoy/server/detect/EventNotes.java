package org.bellbuoy.server.detect;

/** Takes what a look at one event brought. */
interface EventNotes {
  /**
   * Notes a sign.
   *
   * @param sign what
   * @param state how far it came
   * @param subject what it was about: a command line, a file, a client
   * @param quote what to show of the event
   */
  void note(EventSign sign, EntryState state, String subject, String quote);
}
