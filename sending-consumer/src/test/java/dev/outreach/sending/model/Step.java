package dev.outreach.sending.model;

/** One thing that can happen next, and the world after it. */
record Step(String label, World after) {}
