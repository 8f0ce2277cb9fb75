-- Accounts that the machine thinks may be one, and that no person judged; not yet one.
-- Columns: left_id, right_id, reason, left_cluster, right_cluster.
SELECT
    judgement.left_id,
    judgement.right_id,
    judgement.reason,
    one.cluster_id AS left_cluster,
    other.cluster_id AS right_cluster
FROM judgement
JOIN entity AS one ON one.id = judgement.left_id
JOIN entity AS other ON other.id = judgement.right_id
WHERE
    judgement.kind = 'entity'
    AND judgement.judgement = 'unsure'
    AND judgement.made_by LIKE 'machine:%'
    AND one.cluster_id != other.cluster_id
ORDER BY judgement.left_id, judgement.right_id
