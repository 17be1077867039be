//! Journeys and fixtures, in one binary so that they link once.

mod fixtures;
