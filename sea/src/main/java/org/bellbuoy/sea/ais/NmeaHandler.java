package org.bellbuoy.sea.ais;

/** Receives what an {@link NmeaReader} reads, in the order of the bytes. */
public interface NmeaHandler {
  /** One whole message; both arguments are reused and only valid during the call. */
  void message(AisMessage message, NmeaContext context);

  /**
   * Bytes that could not be used.
   *
   * @param offset of the first byte of the line, or of the group's first line
   * @param length in bytes, without the line end
   * @param line number, starting at 1
   * @param detail names the field and its value; built only here
   */
  void reject(NmeaReject reason, long offset, int length, long line, String detail);
}
