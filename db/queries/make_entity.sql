-- Add an account of an entity that a reader made; its cluster is itself until it is linked.
-- It has the id that it had if it was there before, else the one asked for if that is nobody's.
INSERT INTO entity (id, source_id, kind, name, folded, cluster_id, by_hand)
VALUES (
    coalesce(
        (SELECT id FROM former WHERE kind = 'entity' AND place = json_array(:source_id, :kind, :folded)),
        (
            SELECT :thing_id
            WHERE
                :thing_id NOT IN (SELECT id FROM entity)
                AND :thing_id NOT IN (SELECT id FROM former WHERE kind = 'entity')
        )
    ),
    :source_id, :kind, :name, :folded, 0, 1
)
RETURNING id
