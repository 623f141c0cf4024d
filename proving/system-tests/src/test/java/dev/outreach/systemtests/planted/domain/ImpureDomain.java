package dev.outreach.systemtests.planted.domain;

import org.awaitility.core.ConditionFactory;

record ImpureDomain(ConditionFactory somethingOfALibrary) {}
