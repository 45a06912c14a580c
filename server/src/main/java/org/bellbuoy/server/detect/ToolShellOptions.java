package org.bellbuoy.server.detect;

/**
 * What {@link ToolShell} judges by.
 *
 * @param chainMillis a page first seen so long after an entry is taken to belong to it
 * @param viewStateBytes a POST at least so large may carry a gadget in its view state
 * @param largeAnswerBytes an answer at least so large may carry keys
 */
public record ToolShellOptions(long chainMillis, long viewStateBytes, long largeAnswerBytes) {
  /** 24 hours, 2000 bytes (ACSC 2020-006), 1000 bytes. */
  public static ToolShellOptions defaults() {
    return new ToolShellOptions(86_400_000, 2000, 1000);
  }
}
