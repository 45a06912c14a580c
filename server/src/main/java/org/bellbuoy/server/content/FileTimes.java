package org.bellbuoy.server.content;

/**
 * Times of a file as the collection tells them, epoch milliseconds; {@link Sighting#NO_TIME} where
 * it does not.
 *
 * @param modifiedMillis content last changed
 * @param createdMillis made where it lies
 * @param changedMillis its entry in the file system last changed, which programs cannot set
 */
public record FileTimes(long modifiedMillis, long createdMillis, long changedMillis) {
  /** No time known. */
  public static final FileTimes NONE =
      new FileTimes(Sighting.NO_TIME, Sighting.NO_TIME, Sighting.NO_TIME);

  private static final long DAY_MILLIS = 86_400_000L;

  /** Only the time of the last change. */
  public static FileTimes modified(long modifiedMillis) {
    return new FileTimes(modifiedMillis, Sighting.NO_TIME, Sighting.NO_TIME);
  }

  /** Whether it claims to be more than a day older than its entry in the file system. */
  boolean set() {
    return before(createdMillis) || before(changedMillis);
  }

  private boolean before(long other) {
    return other != Sighting.NO_TIME
        && modifiedMillis != Sighting.NO_TIME
        && modifiedMillis < other - DAY_MILLIS;
  }
}
