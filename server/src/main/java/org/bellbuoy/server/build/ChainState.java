package org.bellbuoy.server.build;

import org.jspecify.annotations.Nullable;

/**
 * How a build stands to one vulnerability.
 *
 * @param vulnerability which
 * @param state how it stands
 * @param sentence why, with the numbers it rests on
 * @param firstFixed first build that holds the fix, null where none does or it is not known
 * @param confirmed false where a row it rests on is not confirmed
 * @param publicOnDate whether the vulnerability was public on the date that was asked for
 */
public record ChainState(
    Vulnerability vulnerability,
    PatchState state,
    String sentence,
    @Nullable BuildNumber firstFixed,
    boolean confirmed,
    boolean publicOnDate) {}
