-- What a person has made of a message afterwards is looked up wherever the message is read.
CREATE INDEX event_edit ON event (mid) WHERE kind = 'message_edit';
