package org.bellbuoy.store;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Path;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** Turns what DuckDB and the file system report into sentences that say what to do. */
final class Problems {
  private Problems() {}

  static StoreException with(Path file, SQLException problem) {
    String message = String.valueOf(problem.getMessage());
    // DuckDB gives neither SQL state nor error code, so its words are all there is to go by.
    if (message.contains("Could not set lock") || message.contains("Conflicting lock")) {
      return said(file, "is in use by another process; wait for it to end or stop it.", problem);
    }
    if (message.contains("not a valid DuckDB database")) {
      return said(file, "is not a Bellbuoy store.", problem);
    }
    if (message.contains("being used by another process")) {
      return said(file, "is in use by another process; wait for it to end or stop it.", problem);
    }
    if (isFull(message)) {
      return full(file, problem);
    }
    if (message.contains("Permission denied") || message.contains("Read-only file system")) {
      return unwritable(file, problem);
    }
    return new StoreException("The store " + file + " failed: " + firstLine(message), problem);
  }

  static StoreException with(Path file, IOException problem) {
    String message = String.valueOf(problem.getMessage());
    if (isFull(message)) {
      return full(file, problem);
    }
    if (problem instanceof AccessDeniedException
        || message.contains("Permission denied")
        || message.contains("Read-only file system")) {
      return unwritable(file, problem);
    }
    return new StoreException(
        "The store "
            + file
            + " cannot be used: "
            + problem.getClass().getSimpleName()
            + ' '
            + message,
        problem);
  }

  private static StoreException full(Path file, Exception problem) {
    return new StoreException(
        "The disk is full, so "
            + file
            + " was not written; what was saved before is kept. Free some space and run again.",
        problem);
  }

  private static StoreException unwritable(Path file, Exception problem) {
    return new StoreException(
        "The folder of " + file + " cannot be written to; choose another or change its rights.",
        problem);
  }

  private static boolean isFull(String message) {
    return message.contains("No space left")
        || message.contains("not enough space")
        || message.contains("Disk quota exceeded")
        || message.contains("File too large");
  }

  private static StoreException said(Path file, String what, @Nullable Exception problem) {
    String sentence = "The file " + file + ' ' + what;
    return problem == null ? new StoreException(sentence) : new StoreException(sentence, problem);
  }

  private static String firstLine(String message) {
    int end = message.indexOf('\n');
    return end < 0 ? message : message.substring(0, end);
  }
}
